import { rendezVousADeplacer } from "../../dossier/en-suspens.ts";
import type { Attente } from "../../dossier/signature/objet.ts";
import { attenteDe, attentesDe, desaccordsDe } from "../../dossier/signature/objets.ts";
import type { DossierConsulte } from "../../usecases/dossier/consulter-dossier.ts";
import { estASonNom, type Qui, quiSigne } from "../../usecases/signer/signataire.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import { dePrenom } from "../../values/de-prenom.ts";
import { formatHeure } from "../../values/heure.ts";
import { SANS_ID } from "../adresses-de-la-personne.ts";
import { Block } from "../ui/layout.tsx";
import { Status } from "../ui/status.tsx";
import { fr } from "../ui/typographie.ts";
import { motDeLAttente } from "./etapes-de-la-personne.ts";

/** What this reader himself may sign here, each with its address. */
function aSignerParMoi(dossier: DossierConsulte, qui: Qui): (Attente & { href: string })[] {
  const { etat, au, reference } = dossier;
  return quiSigne(dossier, qui, "compte").flatMap((par) =>
    attentesDe(etat, par, au).flatMap((a) => {
      const attente = attenteDe(etat, par, a, au);
      return attente !== undefined && estASonNom(dossier, qui, par, attente)
        ? [{ ...a, href: `/dossiers/${reference}/signer/${a.objet}/${a.sur ?? SANS_ID}` }]
        : [];
    }),
  );
}

/** What waits for a signature, the reader's own first; nothing is drawn when nothing waits. */
export function ASigner({ dossier, qui }: { dossier: DossierConsulte; qui: Qui }) {
  const miennes = aSignerParMoi(dossier, qui);
  if (miennes.length === 0) return null;
  return (
    <Block id="a-signer" titre="À signer par vous">
      <ul class="list list--links">
        {miennes.map((a) => (
          <li>
            <div class="list-body">
              <a href={a.href}>{fr(a.titre)}</a>
              {a.detail === null ? null : <p class="minor">{fr(a.detail)}</p>}
            </div>
            <Status genre="aSigner" />
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Where the person must answer, and where she is owed an answer. */
export function EnAttenteDeLaPersonne({ dossier }: { dossier: DossierConsulte }) {
  const { etat, au, identite, reference } = dossier;
  const attentes = attentesDe(etat, "beneficiaire", au).map(dit);
  const desaccords = desaccordsDe(etat, "beneficiaire", au);
  const deplacements = rendezVousADeplacer(etat);
  if (attentes.length + desaccords.length + deplacements.length === 0) return null;
  return (
    <Block id="en-attente" titre={`En attente ${dePrenom(identite.prenom)}`}>
      <ul class="list">
        {desaccords.map((d) => (
          <li>
            <div class="list-body">
              <strong>{identite.prenom} n’est pas d’accord</strong> : {fr(sansVerbe(d))}
              <p class="minor">
                {formatJourLong(d.desaccord.date)}. Répondez-lui, ou remplacez ce papier.{" "}
                <a href={`/dossiers/${reference}/${d.objet === "synthese" ? "synthese" : "notes"}`}>
                  Lire pourquoi
                </a>
              </p>
            </div>
            <Status genre="probleme" mot="À répondre" />
          </li>
        ))}
        {deplacements.map((r) => (
          <li>
            <div class="list-body">
              <strong>{identite.prenom} demande une autre date</strong>
              <p class="minor">
                Rendez-vous du {formatJourLong(r.jour)} à {formatHeure(r.debut)}.{" "}
                <a href={`/dossiers/${reference}/actes/deplacerSeance?sur=${r.seance}`}>Déplacer la séance</a>
              </p>
            </div>
            <Status genre="probleme" mot="À répondre" />
          </li>
        ))}
        {attentes.map((a) => (
          <li>
            <div class="list-body">
              {fr(a.titre)}
              {a.detail === null ? null : <p class="minor">{fr(a.detail)}</p>}
            </div>
            <Status genre="aSigner" {...motDeLAttente(a.objet)} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** What she is asked in her own space, said to her counsellor. */
function dit(a: Attente): Attente {
  return { ...a, titre: a.titre.replace(/^Relire votre/, "Relire la"), ...AU_CONSEILLER[a.objet] };
}

const AU_CONSEILLER: Readonly<Record<string, Partial<Pick<Attente, "titre" | "detail">>>> = {
  consentement: { titre: "Dire son consentement à ce bilan" },
  volontariat: { titre: "Dire son volontariat" },
  devis: { titre: "Accepter le devis" },
  questionnaire: { titre: "Signer ses réponses" },
  remise: { titre: "Signer le reçu de ses documents" },
  conservation: { detail: null },
};

/** « Signer le devis » is said « le devis » of what was not signed; « Dire si vous consentez » has a name of its own. */
function sansVerbe({ objet, titre, detail }: Attente): string {
  const nom =
    NOMS[objet] ??
    titre
      .replace(/^(Signer|Accepter|Relire|Répondre pour) /, "")
      .replace(/^votre synthèse/, "la synthèse")
      .replace(/^votre devis/, "le devis");
  return detail === null ? nom : `${nom} (${detail})`;
}

/** What is asked of her as a question, named for her counsellor. */
const NOMS: Readonly<Record<string, string>> = {
  consentement: "le consentement à ce bilan",
  volontariat: "le volontariat",
  questionnaire: "ses réponses",
};

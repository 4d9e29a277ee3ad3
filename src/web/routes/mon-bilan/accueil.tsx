import type { Hono } from "hono";
import type { Attente } from "../../../dossier/signature/objet.ts";
import { attentesDe } from "../../../dossier/signature/objets.ts";
import type { Seance } from "../../../law/etat.ts";
import type { DossierConsulte } from "../../../usecases/consulter-dossier.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { DayLeaf } from "../../ui/day-leaf.tsx";
import { HoursBar } from "../../ui/hours-bar.tsx";
import { Block, Sheet } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { Guilloche } from "../../ui/seal.tsx";
import { Status } from "../../ui/status.tsx";
import { fr } from "../../ui/typographie.ts";
import { heuresDuDossier } from "../../vues/heures.ts";
import { adresseDeSignature } from "./adresses.ts";
import { monDossier } from "./mon-dossier.ts";

const nomDe = ({ etat }: DossierConsulte, id: string) =>
  etat.organisme.intervenants.find((i) => i.id === id)?.nom ?? "votre conseiller";

function AFaireMaintenant({ attente }: { attente: Attente | undefined }) {
  if (attente === undefined) {
    return (
      <EmptyState titre="Rien à faire pour le moment" niveau={2}>
        Ce que l’on attend de vous viendra ici : un papier à lire, une séance à signer.
      </EmptyState>
    );
  }
  return (
    <section class="do-now mt-4" aria-labelledby="a-faire">
      <Guilloche />
      <h2 id="a-faire">{fr(attente.titre)}</h2>
      <p>{fr(attente.detail ?? "Cela prend une minute.")}</p>
      <LinkButton large href={adresseDeSignature(attente)}>
        Lire et répondre
      </LinkButton>
    </section>
  );
}

function RendezVous({ dossier, seance }: { dossier: DossierConsulte; seance: Seance | undefined }) {
  return (
    <Block id="rendez-vous" titre="Votre prochain rendez-vous">
      {seance === undefined ? (
        <EmptyState titre="Aucun rendez-vous prévu">
          Votre conseiller le notera ici dès que vous l’aurez choisi ensemble.
        </EmptyState>
      ) : (
        <Sheet className="mt-4">
          <div class="appointment">
            <DayLeaf jour={seance.date} />
            <div class="list-body">
              <strong>
                {formatJourLong(seance.date)},{" "}
                {fr(`${formatHeure(seance.debut)} à ${formatHeure(seance.fin)}`)}
              </strong>
              <p>
                {nomDe(dossier, seance.intervenant)},{" "}
                {seance.modalite === "distanciel" ? "à distance" : seance.lieu}
              </p>
            </div>
          </div>
        </Sheet>
      )}
    </Block>
  );
}

function Accueil({ dossier }: { dossier: DossierConsulte }) {
  const [premiere, ...suivantes] = attentesDe(dossier.etat, "beneficiaire", dossier.au);
  const prochaine = dossier.etat.seances
    .filter((s) => s.statut === "prevue" && s.date >= dossier.au)
    .toSorted((a, b) => `${a.date}${a.debut}`.localeCompare(`${b.date}${b.debut}`))[0];
  return (
    <>
      <p class="minor">Bonjour {dossier.identite.prenom}</p>
      <h1>Votre bilan</h1>
      <AFaireMaintenant attente={premiere} />
      {suivantes.length === 0 ? null : (
        <Block id="ensuite" titre="Ensuite">
          <ul class="list list--links mt-2">
            {suivantes.map((a) => (
              <li>
                <div class="list-body">
                  <a href={adresseDeSignature(a)}>{fr(a.titre)}</a>
                  {a.detail === null ? null : <p class="minor">{fr(a.detail)}</p>}
                </div>
                <Status genre="aSigner" />
              </li>
            ))}
          </ul>
        </Block>
      )}
      <RendezVous dossier={dossier} seance={prochaine} />
      <Block id="heures" titre="Vos heures">
        <HoursBar
          id="regle"
          nomDuPlafond="plafond de la loi"
          {...heuresDuDossier(dossier.etat, dossier.au)}
        />
      </Block>
      <Block id="qui" titre="Qui voit quoi">
        <Notice genre="secret" titre="Vos réponses et votre synthèse">
          sont lues par vous et par votre conseiller. Personne d’autre.
        </Notice>
      </Block>
    </>
  );
}

/** The person's own space: what to do now, with whom and when, hours done, who sees what. */
export function routesAccueilPersonne(app: Hono<Env>): void {
  app.get("/mon-bilan", async (c) => {
    const dossier = await monDossier(c);
    if (dossier === undefined) return introuvable(c);
    return page(c, { titre: "Votre espace", courant: "/mon-bilan", children: <Accueil dossier={dossier} /> });
  });
}

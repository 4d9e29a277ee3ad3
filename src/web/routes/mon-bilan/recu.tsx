import type { Hono } from "hono";
import { signatureApposee } from "../../../dossier/faits/signature.ts";
import { seancesPrevues } from "../../../dossier/seances-prevues.ts";
import type { Objet } from "../../../dossier/signature/objet.ts";
import { attentesDe } from "../../../dossier/signature/objets.ts";
import { consulterFait } from "../../../usecases/dossier/consulter-fait.ts";
import { heureDeParis } from "../../../usecases/heure-de-paris.ts";
import { sesAvis } from "../../../usecases/personne/ce-qui-est-a-elle.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Actions, Block } from "../../ui/layout.tsx";
import { Fingerprint, Seal } from "../../ui/seal.tsx";
import { fr } from "../../ui/typographie.ts";
import { adresseDeSignature } from "./adresses.ts";
import { monDossier } from "./mon-dossier.ts";
import { titreDeLAvis } from "./recus.tsx";

/** The receipt of one signature: reference, moment, what the person keeps against a rewritten history, what follows. */
export function routesRecu(app: Hono<Env>): void {
  app.get("/mon-bilan/recus/:n", async (c) => {
    const dossier = await monDossier(c);
    const { auteur } = c.get("moi");
    const n = Number(c.req.param("n"));
    const fait = dossier === undefined ? undefined : sesAvis(dossier).find((f) => f.n === n);
    if (dossier === undefined || fait === undefined) return introuvable(c);
    const preuve = await consulterFait(c.get("portes").maison, auteur, dossier.id, n);
    if (preuve === undefined) return introuvable(c);
    const accord = fait.type === signatureApposee.type;
    const prochain = seancesPrevues(dossier.etat).find((s) => s.date >= dossier.au);
    const attentes = attentesDe(dossier.etat, "beneficiaire", dossier.au);
    const { objet } = fait.donnees as { objet: Objet };
    // Who has just signed a session goes on with the next one, and a part of the synthesis with the next part.
    const suivante = attentes.find((a) => a.objet === objet) ?? attentes[0];
    const quand = `${formatJourLong(fait.date)} à ${formatHeure(heureDeParis(fait.consigne))}`;
    const corps = (
      <>
        <Seal
          id="recu"
          niveau={1}
          titre={accord ? "C’est signé" : "C’est noté"}
          texte={
            accord
              ? "Votre signature est scellée."
              : "Votre désaccord est scellé. Votre conseiller va vous répondre."
          }
          cles={[
            { cle: accord ? "Signé par vous" : "Écrit par vous", valeur: quand },
            { cle: "Quoi", valeur: titreDeLAvis(dossier, n) },
            { cle: "Votre preuve", valeur: `n° ${dossier.reference}-${n}` },
            {
              cle: "Votre témoin",
              valeur: (
                <>
                  <Fingerprint hex={preuve.engagement.hex.slice(0, 16)} groupe={4} />
                  <span class="minor">
                    Gardez ce reçu&nbsp;: il permet à tous de vérifier que rien n’a été changé depuis.
                  </span>
                </>
              ),
            },
          ]}
          boutons={
            <>
              <LinkButton href={`/mon-bilan/recus/${n}/pdf`} telecharge>
                Garder le reçu (PDF)
              </LinkButton>
              <LinkButton rang="second" href="/mon-bilan">
                Revenir à votre bilan
              </LinkButton>
            </>
          }
        />
        <Block id="suite" titre="Et maintenant ?" className="mt-6">
          {prochain === undefined ? null : (
            <p class="mt-2">
              {fr(`Vous vous voyez ${formatJourLong(prochain.date)} à ${formatHeure(prochain.debut)}.`)}
            </p>
          )}
          {suivante === undefined ? (
            <p class="mt-2">Rien d’autre n’attend votre signature.</p>
          ) : (
            <Actions liens={[{ libelle: fr(suivante.titre), href: adresseDeSignature(suivante) }]} />
          )}
        </Block>
      </>
    );
    return page(c, { titre: "Reçu", children: corps });
  });
}

import type { Hono } from "hono";
import { jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Env } from "../../contexte.ts";
import { page } from "../../page.tsx";
import { Actions, Block, KeyList, PageTitle } from "../../ui/layout.tsx";
import { fr } from "../../ui/typographie.ts";
import { COMPTE } from "./commun.tsx";
import { etatDuReseau } from "./reseau.tsx";

/** What was just done, by the word that the address carries. */
const FAITS: Readonly<Record<string, string>> = {
  nom: "Votre nom est changé.",
  phrase: "Votre phrase de passe est changée. Vos autres appareils sont déconnectés.",
  "second-facteur": "Votre second facteur est retiré.",
};

function etatDuSecondFacteur({ aSecondFacteur, secondFacteurAvant }: Env["Variables"]["moi"]): string {
  if (aSecondFacteur) return "Actif : un code de votre application est demandé à chaque entrée.";
  if (secondFacteurAvant === null) return "Aucun.";
  return `Aucun. Votre organisme en demande un avant le ${formatJour(jourDeParis(secondFacteurAvant as Instant))}.`;
}

/** « Mon compte »: what one may change of one's own entry; the role is not part of it. */
export function routesDuCompte(app: Hono<Env>): void {
  app.get("/compte", async (c) => {
    const moi = c.get("moi");
    const { reseau } = c.get("portes").comptes;
    const fait = FAITS[c.req.query("fait") ?? ""];
    const corps = (
      <>
        <PageTitle titre="Mon compte" />
        <Block id="nom" titre="Qui je suis">
          <KeyList
            lignes={[
              { cle: "Nom", valeur: moi.nom },
              { cle: "Adresse", valeur: moi.courriel },
              { cle: "Organisme", valeur: moi.organisme.raisonSociale },
            ]}
          />
          <Actions
            liens={[
              { libelle: "Changer mon nom", href: `${COMPTE}/nom` },
              ...(moi.places > 1 ? [{ libelle: "Changer d’organisme ou d’espace", href: "/places" }] : []),
            ]}
          />
        </Block>
        <Block id="phrase" titre="Ma phrase de passe">
          <Actions liens={[{ libelle: "Changer ma phrase de passe", href: `${COMPTE}/phrase` }]} />
        </Block>
        <Block id="second-facteur" titre="Mon second facteur">
          <p class="minor">{etatDuSecondFacteur(moi)}</p>
          <Actions
            liens={[
              {
                libelle: moi.aSecondFacteur ? "Changer mon second facteur" : "Ajouter un second facteur",
                href: `${COMPTE}/second-facteur`,
              },
            ]}
          />
        </Block>
        <Block id="cles" titre="Mes clés d’accès">
          <p class="minor">Entrer avec l’empreinte, le visage ou le code de votre appareil.</p>
          <Actions liens={[{ libelle: "Voir et ajouter mes clés d’accès", href: `${COMPTE}/cles` }]} />
        </Block>
        {reseau === null ? null : (
          <Block id="reseau" titre={fr(`Entrer avec ${reseau.nom}`)}>
            <p class="minor">{etatDuReseau(await reseau.lieeLe(moi.utilisateurId))}</p>
            <Actions liens={[{ libelle: "Voir ce lien", href: `${COMPTE}/reseau` }]} />
          </Block>
        )}
        <Block id="appareils" titre="Mes appareils">
          <Actions liens={[{ libelle: "Voir où mon compte est ouvert", href: `${COMPTE}/appareils` }]} />
        </Block>
      </>
    );
    return page(c, {
      titre: "Mon compte",
      courant: COMPTE,
      etroite: true,
      ...(fait === undefined ? {} : { flash: { genre: "fait", titre: fait } as const }),
      children: corps,
    });
  });
}

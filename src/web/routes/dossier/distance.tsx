import type { Context, Hono } from "hono";
import type { Refus } from "../../../dossier/acte.ts";
import { noterLien } from "../../../usecases/distance/noter-lien.ts";
import { noterPresence } from "../../../usecases/distance/noter-presence.ts";
import { lireSeanceADistance } from "../../../usecases/distance/seance-a-distance.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { Form } from "../../ui/form.tsx";
import { Block } from "../../ui/layout.tsx";
import { VueADistance } from "../../vues/distance.tsx";

const CHANGE = { phrase: "Ce dossier vient de changer. Recommencez." };

/** Which dossier and session the address means: the person's names no dossier. */
function cibleDe(c: Context<Env>) {
  const mien = c.get("moi").dossier;
  const seance = c.req.param("seance") ?? "";
  return mien === null
    ? {
        reference: c.req.param("reference") ?? "",
        seance,
        retour: `/dossiers/${c.req.param("reference")}/seances`,
      }
    : { reference: mien, seance, retour: "/mon-bilan" };
}

async function montrer(c: Context<Env>, refus: readonly Refus[] = [], lien = "") {
  const { maison } = c.get("portes");
  const { auteur, dossier: mien } = c.get("moi");
  const { reference, seance, retour } = cibleDe(c);
  const lue = await lireSeanceADistance(maison, auteur, reference, seance);
  if (lue === undefined) return introuvable(c);
  const action = c.req.path.replace(/\/lien$/, "");
  const corps = (
    <>
      <BackLink libelle={mien === null ? `Séances, ${reference}` : "Votre bilan"} href={retour} />
      <VueADistance lue={lue} action={action} jeton={maison.nouvelId()} refus={refus} />
      {lue.cote === "conseiller" ? (
        <Block id="lien" titre="Le lien">
          <Form action={`${action}/lien`} jeton={maison.nouvelId()}>
            <ChampTexte
              nom="lien"
              libelle="Lien de la visioconférence"
              aide="Il commence par https://. Vous deux seuls le voyez."
              saisie="url"
              largeur="pleine"
              requis
              valeur={lien === "" ? lue.lien : lien}
              erreur={refus.find((r) => r.champ === "lien")?.phrase}
            />
            <Buttons>
              <Button rang="second">Noter le lien</Button>
            </Buttons>
          </Form>
        </Block>
      ) : null}
    </>
  );
  const statut = refus.length > 0 ? 422 : 200;
  return page(
    c,
    {
      titre: "Séance à distance",
      enErreur: statut === 422,
      courant: mien === null ? "/dossiers" : "/mon-bilan",
      children: corps,
    },
    statut,
  );
}

async function recevoirPresence(c: Context<Env>) {
  const { maison } = c.get("portes");
  const { reference, seance } = cibleDe(c);
  const brut = await champsDeFormulaire(c);
  const reponse = await noterPresence(maison, c.get("moi").auteur, {
    reference,
    seance,
    evenement: brut.evenement?.[0] === "depart" ? "depart" : "arrivee",
    cle: brut.jeton?.[0] || maison.nouvelId(),
  });
  if (reponse.issue === "fait") return c.redirect(c.req.path, 303);
  if (reponse.issue === "inconnu") return introuvable(c);
  return montrer(c, reponse.issue === "refus" ? reponse.refus : [CHANGE]);
}

/** A session at a distance, the same page for both sides, each from its own account. */
export function routesDistance(app: Hono<Env>): void {
  app.get("/mon-bilan/seances/:seance/distance", (c) => montrer(c));
  app.post("/mon-bilan/seances/:seance/distance", recevoirPresence);
  app.get("/dossiers/:reference/seances/:seance/distance", (c) => montrer(c));
  app.post("/dossiers/:reference/seances/:seance/distance", recevoirPresence);
  app.post("/dossiers/:reference/seances/:seance/distance/lien", async (c) => {
    const { maison } = c.get("portes");
    const { reference, seance } = cibleDe(c);
    const brut = await champsDeFormulaire(c);
    const lien = brut.lien?.[0] ?? "";
    const cle = brut.jeton?.[0] || maison.nouvelId();
    const reponse = await noterLien(maison, c.get("moi").auteur, { reference, seance, lien, cle });
    if (reponse.issue === "fait") return c.redirect(c.req.path.replace(/\/lien$/, ""), 303);
    if (reponse.issue === "inconnu") return introuvable(c);
    return montrer(c, reponse.issue === "refus" ? reponse.refus : [CHANGE], lien);
  });
}

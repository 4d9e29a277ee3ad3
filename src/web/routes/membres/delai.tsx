import type { Context, Hono } from "hono";
import { lireSaisie, type Refus } from "../../../dossier/acte.ts";
import { champNombre } from "../../../dossier/champ.ts";
import { consulterMembres } from "../../../usecases/membres/consulter-membres.ts";
import { reglerSecondFacteur } from "../../../usecases/membres/regler-second-facteur.ts";
import { ChampsRendus, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { auteurDe, COURANT } from "../organisme/commun.tsx";
import { MEMBRES } from "./liste.tsx";

const ICI = `${MEMBRES}/second-facteur`;
const CHAMPS = {
  delai: champNombre({
    libelle: "Nombre de jours après l’arrivée",
    aide: "Entre 0 et 365. Le délai passé, toute page conduit à la pose du second facteur.",
    min: 0,
    max: 365,
  }),
};

function montrer(c: Context<Env>, valeurs: Valeurs, refus: readonly Refus[] = []) {
  const titre = "Demander un second facteur";
  const corps = (
    <>
      <BackLink libelle="Les membres" href={MEMBRES} />
      <RefusRendus refus={refus} />
      <PageTitle
        titre={titre}
        chapeau="Un code de leur téléphone, en plus de la phrase de passe. Chaque membre a ce délai pour le poser."
      />
      <Form action={ICI} jeton={c.get("portes").maison.nouvelId()}>
        <ChampsRendus champs={CHAMPS} valeurs={valeurs} refus={refus} />
        <Buttons>
          <Button>Enregistrer le délai</Button>
        </Buttons>
      </Form>
    </>
  );
  return page(c, { titre, enErreur: refus.length > 0, courant: COURANT, etroite: true, children: corps });
}

export function routesDuDelai(app: Hono<Env>): void {
  app.get("/organisme/membres/second-facteur", async (c) => {
    const { delai } = await consulterMembres(c.get("portes").maison, c.get("moi"));
    return montrer(c, { delai: String(delai) });
  });
  app.post("/organisme/membres/second-facteur", async (c) => {
    const { maison } = c.get("portes");
    const brut = await champsDeFormulaire(c);
    const lu = lireSaisie(CHAMPS, brut);
    if ("refus" in lu) return montrer(c, retaper(CHAMPS, brut), lu.refus);
    const reponse = await reglerSecondFacteur(maison, auteurDe(c), {
      cle: brut.jeton?.[0] || maison.nouvelId(),
      delai: lu.saisie.delai as number,
    });
    return reponse.issue === "fait" ? c.redirect(`${MEMBRES}?fait=1`, 303) : introuvable(c);
  });
}

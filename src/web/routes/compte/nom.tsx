import type { Context, Hono } from "hono";
import { lireSaisie, type Refus } from "../../../dossier/acte.ts";
import { CHAMPS_ARRIVEE, refusDeNom } from "../../../dossier/formulaire-compte.ts";
import { ChampsRendus, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { COMPTE, RetourAuCompte } from "./commun.tsx";

const CHAMPS = { nom: CHAMPS_ARRIVEE.nom };

function montrer(c: Context<Env>, valeurs: Valeurs, refus: readonly Refus[] = []) {
  const corps = (
    <>
      <RetourAuCompte />
      <RefusRendus refus={refus} />
      <PageTitle
        titre="Changer mon nom"
        chapeau="Celui que vos collègues lisent. Les papiers déjà faits ne changent pas."
      />
      <Form action={`${COMPTE}/nom`}>
        <ChampsRendus
          champs={CHAMPS}
          valeurs={valeurs}
          refus={refus}
          precisions={{ nom: { autocompletion: "name" } }}
        />
        <Buttons>
          <Button>Enregistrer mon nom</Button>
        </Buttons>
      </Form>
    </>
  );
  return page(c, {
    titre: "Changer mon nom",
    enErreur: refus.length > 0,
    courant: COMPTE,
    etroite: true,
    children: corps,
  });
}

export function routesDuNom(app: Hono<Env>): void {
  app.get("/compte/nom", (c) => montrer(c, { nom: c.get("moi").nom }));
  app.post("/compte/nom", async (c) => {
    const brut = await champsDeFormulaire(c);
    const lu = lireSaisie(CHAMPS, brut);
    if ("refus" in lu) return montrer(c, retaper(CHAMPS, brut), lu.refus);
    const nom = lu.saisie.nom as string;
    const refus = refusDeNom(nom);
    if (refus.length > 0) return montrer(c, { nom }, refus);
    await c.get("portes").comptes.nommer(c.get("moi").utilisateurId, nom);
    return c.redirect(`${COMPTE}?fait=nom`, 303);
  });
}

import type { Context, Hono } from "hono";
import { parseAdresseCourriel } from "../../../values/adresse-courriel.ts";
import { adresseDe } from "../../adresse.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { ErrorSummary, type Faute, Form } from "../../ui/form.tsx";
import { PageTitle, Sheet } from "../../ui/layout.tsx";
import { tropDEssais } from "./arriver.ts";

function demander(
  c: Context<Env>,
  courriel = "",
  fautes: readonly Faute[] = [],
  statut: 200 | 422 | 429 = 200,
) {
  const corps = (
    <>
      <BackLink libelle="Entrer" href="/connexion" />
      <ErrorSummary fautes={fautes} />
      <PageTitle
        titre="Recevoir un lien"
        chapeau="Pour entrer sans phrase de passe, ou pour en choisir une autre si vous l’avez oubliée."
      />
      <Sheet className="mt-6">
        <Form action="/connexion/lien">
          <ChampTexte
            nom="courriel"
            libelle="Adresse électronique"
            saisie="email"
            autocompletion="username"
            requis
            valeur={courriel}
            erreur={fautes.find((f) => f.nom === "courriel")?.message}
          />
          <Buttons>
            <Button>Recevoir un lien</Button>
          </Buttons>
        </Form>
      </Sheet>
    </>
  );
  const enErreur = fautes.length > 0;
  return page(c, { titre: "Recevoir un lien", enErreur, etroite: true, children: corps }, statut);
}

/** Said to everybody alike: nothing tells whether the address has an account. */
function demande(c: Context<Env>) {
  const corps = (
    <>
      <PageTitle
        titre="Regardez vos messages"
        chapeau="Si un compte existe à cette adresse, un lien vient d’y partir. Il marche une seule fois, pendant 15 minutes."
      />
      <p class="mt-4">
        Rien n’arrive&#8239;? Regardez les messages indésirables. Une adresse reçoit trois liens par heure au
        plus.
      </p>
    </>
  );
  return page(c, { titre: "Regardez vos messages", etroite: true, children: corps });
}

export function routesRecevoirLien(app: Hono<Env>): void {
  app.get("/connexion/lien", (c) => demander(c));
  app.post("/connexion/lien", async (c) => {
    const courriel = (await champsDeFormulaire(c)).courriel?.[0]?.trim() ?? "";
    if (parseAdresseCourriel(courriel) === null) {
      const message = "Écrivez votre adresse électronique, en entier.";
      return demander(c, courriel, [{ nom: "courriel", message }], 422);
    }
    const attente = await c.get("portes").comptes.demanderLien(courriel, adresseDe(c));
    return attente === null ? demande(c) : demander(c, courriel, [tropDEssais(c, attente)], 429);
  });
}

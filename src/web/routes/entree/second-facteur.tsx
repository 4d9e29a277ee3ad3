import type { Context, Hono } from "hono";
import { appareilDe } from "../../appareil.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { type Saisie, saisieCachee, saisieRetenue } from "../../reprise.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";
import { ErrorSummary, type Faute, Form } from "../../ui/form.tsx";
import { PageTitle, Sheet } from "../../ui/layout.tsx";
import { arriver, tropDEssais } from "./arriver.ts";
import { cheminLocal } from "./chemin-local.ts";

type Vue = { suite: string; saisie: Saisie | null; fautes?: readonly Faute[] };

/** The page that asks for the code; it carries the words of a form that waits, as the sign-in page does. */
export function pageDuCode(
  c: Context<Env>,
  { suite, saisie, fautes = [] }: Vue,
  statut: 200 | 422 | 429 = 200,
) {
  const corps = (
    <>
      <BackLink libelle="Entrer" href="/connexion" />
      <ErrorSummary fautes={fautes} />
      <PageTitle titre="Votre code" chapeau="Vous êtes reconnu. Il reste votre second facteur." />
      <Sheet className="mt-6">
        <Form
          action="/connexion/code"
          champsCaches={{ suite, ...(saisie === null ? {} : saisieCachee(saisie)) }}
        >
          <ChampTexte
            nom="code"
            libelle="Code de votre application"
            aide="Les 6 chiffres qu’elle montre maintenant, ou un de vos codes de secours."
            autocompletion="one-time-code"
            largeur="courte"
            requis
            erreur={fautes.find((f) => f.nom === "code")?.message}
          />
          <Buttons>
            <Button>Entrer</Button>
          </Buttons>
        </Form>
      </Sheet>
    </>
  );
  return page(
    c,
    { titre: "Votre code", enErreur: fautes.length > 0, etroite: true, children: corps },
    statut,
  );
}

const PERIME: Faute = { message: "Trop de temps a passé : revenez à « Entrer », et recommencez." };
const FAUX: Faute = {
  nom: "code",
  message: "Ce code n’est pas le bon, ou il a déjà servi. Attendez le code suivant, puis recommencez.",
};

export function routesSecondFacteur(app: Hono<Env>): void {
  app.get("/connexion/code", (c) =>
    pageDuCode(c, { suite: cheminLocal(c.req.query("suite")), saisie: null }),
  );
  app.post("/connexion/code", async (c) => {
    const brut = await champsDeFormulaire(c);
    const [suite, saisie] = [cheminLocal(brut.suite?.[0]), saisieRetenue(brut)];
    const code = brut.code?.[0]?.trim() ?? "";
    const refuser = (faute: Faute, statut: 422 | 429 = 422) =>
      pageDuCode(c, { suite, saisie, fautes: [faute] }, statut);
    if (code === "") return refuser({ nom: "code", message: "Écrivez votre code." });
    if (code.length > 40) return refuser(FAUX);
    const { secondFacteur } = c.get("portes").comptes;
    const donne = await secondFacteur.donnerCode(c.req.raw.headers, code, appareilDe(c));
    if (donne.issue === "trop_d_essais") return refuser(tropDEssais(c, donne.secondes), 429);
    if (donne.issue === "perimee") return refuser(PERIME);
    if (donne.issue === "refusee") return refuser(FAUX);
    return await arriver(app, c, { suite, saisie, cookies: donne.cookies });
  });
}

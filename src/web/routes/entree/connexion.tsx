import type { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { nettoyer } from "../../../dossier/champ.ts";
import { adresseDe } from "../../adresse.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { formulaireRepris, saisieRetenue } from "../../reprise.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import type { Faute } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { pageDeConnexion } from "../../vues/connexion.tsx";
import { cheminLocal } from "./chemin-local.ts";

const PAS_SORTI = { titre: "Vous êtes encore connecté", enErreur: true, etroite: true } as const;

/** A person who believes himself out leaves his dossiers open to the next one at the machine. */
function PasSorti() {
  return (
    <>
      <PageTitle
        titre={PAS_SORTI.titre}
        chapeau="La déconnexion n’a pas abouti : cet appareil ouvre encore vos dossiers. Recommencez avant de le quitter."
      />
      <form method="post" action="/deconnexion">
        <Buttons>
          <Button>Se déconnecter</Button>
        </Buttons>
      </form>
    </>
  );
}

/** Sign-in and sign-out of the staff. A wrong address and a wrong password are answered alike. */
export function routesConnexion(app: Hono<Env>): void {
  app.get("/connexion", (c) => pageDeConnexion(c, { suite: cheminLocal(c.req.query("suite")) }));
  app.post("/connexion", async (c) => {
    const brut = await champsDeFormulaire(c);
    const [courriel, motDePasse] = [brut.courriel?.[0]?.trim() ?? "", nettoyer(brut.motDePasse?.[0] ?? "")];
    const suite = cheminLocal(brut.suite?.[0]);
    const saisie = saisieRetenue(brut);
    const refuser = (fautes: readonly Faute[], statut: 422 | 429) =>
      pageDeConnexion(c, { courriel, suite, saisie, fautes }, statut);
    const vides = [
      ...(courriel === "" ? [{ nom: "courriel", message: "Écrivez votre adresse électronique." }] : []),
      ...(motDePasse === "" ? [{ nom: "motDePasse", message: "Écrivez votre phrase de passe." }] : []),
    ];
    if (vides.length > 0) return refuser(vides, 422);
    const entree = await c.get("portes").comptes.seConnecter(courriel, motDePasse, adresseDe(c));
    if (entree.issue === "trop_d_essais") {
      const minutes = Math.max(1, Math.ceil(entree.secondes / 60));
      c.header("retry-after", String(entree.secondes));
      return refuser([{ message: `Trop d’essais. Attendez ${minutes} min, puis recommencez.` }], 429);
    }
    if (entree.issue === "refusee") {
      return refuser(
        [{ nom: "courriel", message: "Cette adresse et cette phrase de passe ne vont pas ensemble." }],
        422,
      );
    }
    for (const cookie of entree.cookies) c.header("set-cookie", cookie, { append: true });
    if (saisie === null) return c.redirect(suite, 303);
    const repris = await formulaireRepris(app, c, { suite, saisie, cookies: entree.cookies });
    if (repris === null) return c.redirect("/aujourdhui", 303);
    return c.body(await repris.arrayBuffer(), repris.status as ContentfulStatusCode, {
      "content-type": repris.headers.get("content-type") ?? "text/html; charset=UTF-8",
    });
  });
  app.post("/deconnexion", async (c) => {
    const sortie = await c.get("portes").comptes.seDeconnecter(c.req.raw.headers);
    if (sortie.issue === "echouee") return page(c, { ...PAS_SORTI, children: <PasSorti /> }, 503);
    for (const cookie of sortie.cookies) c.header("set-cookie", cookie, { append: true });
    c.header("clear-site-data", '"cache"');
    return c.redirect("/connexion", 303);
  });
}

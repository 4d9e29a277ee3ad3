import type { Hono } from "hono";
import { nettoyer } from "../../../dossier/champ.ts";
import { appareilDe } from "../../appareil.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { saisieRetenue } from "../../reprise.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import type { Faute } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { pageDeConnexion } from "../../vues/connexion.tsx";
import { arriver, donnerCookies, tropDEssais } from "./arriver.ts";
import { cheminLocal } from "./chemin-local.ts";
import { pageDuCode } from "./second-facteur.tsx";

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
    const { adresse, agent } = appareilDe(c);
    const entree = await c.get("portes").comptes.seConnecter(courriel, motDePasse, adresse, agent);
    if (entree.issue === "trop_d_essais") return refuser([tropDEssais(c, entree.secondes)], 429);
    if (entree.issue === "refusee") {
      return refuser(
        [{ nom: "courriel", message: "Cette adresse et cette phrase de passe ne vont pas ensemble." }],
        422,
      );
    }
    if (entree.issue === "second_facteur") {
      donnerCookies(c, entree.cookies);
      return pageDuCode(c, { suite, saisie });
    }
    return await arriver(app, c, { suite, saisie, cookies: entree.cookies });
  });
  app.post("/connexion/cle", async (c) => {
    const brut = await champsDeFormulaire(c);
    const suite = cheminLocal(brut.suite?.[0]);
    const { comptes } = c.get("portes");
    const utilisateurId = await comptes.clesAcces.reconnaitre(brut.reponse?.[0] ?? "");
    if (utilisateurId === null) {
      return pageDeConnexion(c, { suite, fautes: [{ message: "Cette clé d’accès n’ouvre rien ici." }] }, 422);
    }
    // The device asked for a finger, a face or its code: the key is both factors at once.
    const entree = await comptes.ouvrirSession(utilisateurId, appareilDe(c));
    return entree.issue === "ouverte"
      ? await arriver(app, c, { suite, saisie: null, cookies: entree.cookies })
      : pageDeConnexion(c, { suite }, 422);
  });
  app.post("/deconnexion", async (c) => {
    const sortie = await c.get("portes").comptes.seDeconnecter(c.req.raw.headers);
    if (sortie.issue === "echouee") return page(c, { ...PAS_SORTI, children: <PasSorti /> }, 503);
    donnerCookies(c, sortie.cookies);
    c.header("clear-site-data", '"cache"');
    return c.redirect("/connexion", 303);
  });
}

import { Hono } from "hono";
import { parseCouleur } from "../../src/values/contraste.ts";
import { feuilleDeCouleur, preparerRessources, routesDesRessources } from "../../src/web/ressources.ts";
import { Galerie } from "../../src/web/ui/galerie.tsx";
import { PAGES } from "./modeles.ts";

const POLITIQUE =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The gallery and the model pages, under the content policy of the product. */
export function applicationGalerie(): Hono {
  const ressources = preparerRessources();
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("content-security-policy", POLITIQUE);
  });
  app.route("/", routesDesRessources(ressources));
  app.get("/galerie/:couleur?", (c) =>
    c.html(
      <Galerie
        feuilleDeCouleur={feuilleDeCouleur(parseCouleur(c.req.param("couleur") ?? ""))}
        courant="/dossier"
        ressources={ressources.adresses}
        organisation="Centre Horizon, Rennes."
        nav={[
          { libelle: "Aujourd’hui", href: "/aujourdhui" },
          { libelle: "Dossiers", href: "/dossier" },
        ]}
        pied={[{ libelle: "Accessibilité", href: "/galerie" }]}
        flash={{ genre: "fait", titre: "Séance notée.", texte: "Camille reçoit un lien pour la signer." }}
        demonstration="Démonstration : tout ici est fictif, aucun courriel ne part."
      />,
    ),
  );
  for (const [nom, Page] of Object.entries(PAGES)) {
    app.get(`/${nom}`, (c) => c.html(<Page ressources={ressources.adresses} />));
  }
  return app;
}

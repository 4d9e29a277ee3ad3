import type { Hono } from "hono";
import type { Env } from "../../contexte.ts";
import { routesDesAppareils } from "./appareils.tsx";
import { routesDesCles } from "./cles.tsx";
import { routesDuNom } from "./nom.tsx";
import { parSesMoyens } from "./par-ses-moyens.tsx";
import { routesDeLaPhrase } from "./phrase.tsx";
import { routesDuReseau } from "./reseau.tsx";
import { routesDuCompte } from "./resume.tsx";
import { routesDuSecondFacteur } from "./second-facteur.tsx";

/** « Mon compte », for everybody who came in by his own means. */
export function routesCompte(app: Hono<Env>): void {
  for (const quoi of ["phrase", "second-facteur", "cles"]) app.use(`/compte/${quoi}/*`, parSesMoyens);
  routesDuCompte(app);
  routesDuNom(app);
  routesDeLaPhrase(app);
  routesDuSecondFacteur(app);
  routesDesCles(app);
  routesDuReseau(app);
  routesDesAppareils(app);
}

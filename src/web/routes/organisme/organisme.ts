import type { Hono } from "hono";
import type { Env } from "../../contexte.ts";
import { routesDesCles } from "./cles.tsx";
import { routesDeLaCouleur } from "./couleur.tsx";
import { routesDesDonnees } from "./donnees.tsx";
import { routesDeLExport } from "./export.tsx";
import { routesDuLogo } from "./logo.tsx";
import { routesDesParties } from "./partie.tsx";
import { routesDuResume } from "./resume.tsx";
import { routesDuRetrait } from "./retrait.tsx";

/** « Mon organisme »: its summary, one form a part or an element. The keys, the export, the logo and the colour come first: their addresses are also a part's. */
export function routesOrganisme(app: Hono<Env>, signaler: (erreur: Error) => void): void {
  routesDuResume(app);
  routesDesCles(app);
  routesDesDonnees(app);
  routesDeLExport(app, signaler);
  routesDuLogo(app);
  routesDeLaCouleur(app);
  routesDesParties(app);
  routesDuRetrait(app);
}

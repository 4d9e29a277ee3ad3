import type { Hono } from "hono";
import type { Env } from "../../contexte.ts";
import { routesDuLogo } from "./logo.tsx";
import { routesDesParties } from "./partie.tsx";
import { routesDuResume } from "./resume.tsx";
import { routesDuRetrait } from "./retrait.tsx";

/** « Mon organisme »: its summary, one form a part or an element. The logo comes first: its address is also a part's. */
export function routesOrganisme(app: Hono<Env>): void {
  routesDuResume(app);
  routesDuLogo(app);
  routesDesParties(app);
  routesDuRetrait(app);
}

import type { Hono } from "hono";
import type { Env } from "../../contexte.ts";
import { routesDuDelai } from "./delai.tsx";
import { routesDuDepart } from "./depart.tsx";
import { routesDeLInvitation } from "./inviter.tsx";
import { routesDesMembres } from "./liste.tsx";
import { routesDUnMembre } from "./membre.tsx";

/** « Les membres » of an organisation. « nouveau » and « second-facteur » come before the
 * members: they are also the shape of one. */
export function routesMembres(app: Hono<Env>): void {
  routesDesMembres(app);
  routesDeLInvitation(app);
  routesDuDelai(app);
  routesDUnMembre(app);
  routesDuDepart(app);
}

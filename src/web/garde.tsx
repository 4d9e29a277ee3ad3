import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { METHOD_NAME_ALL } from "hono/router";
import { type Moi, quiEstLa } from "../usecases/qui-est-la.ts";
import { ACCES, peut } from "./acces.ts";
import type { Env } from "./contexte.ts";
import { introuvable } from "./introuvable.tsx";
import { saisieOrpheline } from "./reprise.ts";
import { pageDeRetour } from "./vues/appareil-prete.tsx";
import { pageDeConnexion } from "./vues/connexion.tsx";

/**
 * The route's line in the table of access, read from the router itself. The first route that matches is the one that
 * answers: « /dossiers/nouveau » is also a « /dossiers/:reference ».
 */
function accesDe(c: Context): (typeof ACCES)[string] | undefined {
  const route = matchedRoutes(c).find((r) => r.method !== METHOD_NAME_ALL);
  return route === undefined ? undefined : ACCES[`${route.method} ${route.path}`];
}

/** PostgreSQL keeps no NUL: no name nor filter of ours holds one. */
const NUL = /%00/;

/** A form after the end of the session: its words wait in the sign-in page, and nowhere else. */
async function aRedemander(c: Context<Env>) {
  const saisie = await saisieOrpheline(c);
  if (saisie === null) return c.redirect("/connexion", 303);
  c.header("cache-control", "no-store");
  return pageDeConnexion(c, { suite: c.req.path, saisie }, 401);
}

/** What belongs to the account itself: a session that an organisation's link opened has no part in it. */
const DU_COMPTE = /^\/(compte|places)(\/|$)/;

/**
 * Where somebody must go before the page that he asks: to one of his places, when he has several and chose none; to his
 * second factor, when his organisation waits for it no longer. Never in the demonstration, which lives longer than that.
 */
function detourDe(c: Context<Env>, moi: Moi): string | null {
  const compte = DU_COMPTE.exec(c.req.path);
  if (compte !== null) return moi.restreinte ? "refus" : null;
  const { maison, demonstration } = c.get("portes");
  if (c.req.method === "GET" && moi.places > 1 && !moi.choisie && !moi.restreinte) return "/places";
  const du = moi.secondFacteurAvant !== null && moi.secondFacteurAvant <= maison.horloge();
  return du && !demonstration ? "/compte/second-facteur" : null;
}

/** Denied by default: no line in the table, no page; the wrong role and the unknown page look the same. */
export const garder: MiddlewareHandler<Env> = async (c, suite) => {
  // What a signed-in person read must not come back with the « back » button after sign-out: refusals name him too.
  c.header("cache-control", "no-store");
  const acces = accesDe(c);
  if (acces === undefined || NUL.test(c.req.url)) return introuvable(c);
  const { comptes } = c.get("portes");
  const moi = await quiEstLa(comptes, c.req.raw.headers);
  // On a lent device, what is open to all shows nothing of its owner.
  const prete = moi !== null && moi.pretee !== null;
  if (moi !== null && !(prete && acces === "tous")) c.set("moi", moi);
  if (acces !== "tous") {
    if (moi === null) {
      if (c.req.method !== "GET") return aRedemander(c);
      return c.redirect(`/connexion?suite=${encodeURIComponent(c.req.path)}`, 303);
    }
    if (prete && c.req.path !== moi.pretee) return pageDeRetour(c, {}, 403);
    if (!peut(acces, moi)) return introuvable(c);
    const detour = detourDe(c, moi);
    if (detour === "refus") return introuvable(c);
    if (detour !== null) return c.redirect(detour, 303);
  }
  await suite();
  c.header("cache-control", "no-store");
};

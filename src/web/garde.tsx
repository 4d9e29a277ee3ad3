import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { quiEstLa } from "../usecases/qui-est-la.ts";
import { ACCES, peut } from "./acces.ts";
import type { Env } from "./contexte.ts";
import { introuvable } from "./introuvable.tsx";

/** The route's line in the table of access, read from the router itself. */
function accesDe(c: Context): (typeof ACCES)[string] | undefined {
  const methode = c.req.method === "HEAD" ? "GET" : c.req.method;
  return ACCES[`${methode} ${routePath(c, -1)}`];
}

/** Denied by default: no line in the table, no page; the wrong role and the unknown page look the same. */
export const garder: MiddlewareHandler<Env> = async (c, suite) => {
  const acces = accesDe(c);
  if (acces === undefined) return introuvable(c);
  const { comptes } = c.get("portes");
  const moi = await quiEstLa(comptes, c.req.raw.headers);
  if (moi !== null) c.set("moi", moi);
  if (acces !== "tous") {
    if (moi === null) {
      if (c.req.method !== "GET") return c.redirect("/connexion", 303);
      return c.redirect(`/connexion?suite=${encodeURIComponent(c.req.path)}`, 303);
    }
    if (!peut(acces, moi.role)) return introuvable(c);
  }
  await suite();
  // What a signed-in person read must not come back with the « back » button after sign-out.
  c.header("cache-control", "no-store");
};

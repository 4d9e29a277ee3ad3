import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { membreDe } from "../auth/membres.ts";
import { transaction } from "../store/connexion.ts";
import { chargerOrganisme } from "../usecases/charger-dossier.ts";
import { ACCES, peut } from "./acces.ts";
import type { Env, Moi } from "./contexte.ts";
import { introuvable } from "./introuvable.tsx";

async function quiEstLa(c: Context<Env>): Promise<Moi | null> {
  const { comptes, maison } = c.get("portes");
  const connecte = await comptes.quiEst(c.req.raw.headers);
  if (connecte === null) return null;
  const membre = await membreDe(maison.base.pool, connecte.utilisateurId);
  if (membre === null) return null;
  const organisme = await transaction(maison.base, membre.organismeId, chargerOrganisme);
  const { organismeId, role, intervenant } = membre;
  return {
    ...connecte,
    ...membre,
    organisme,
    auteur: { organismeId, role, intervenant, utilisateur: connecte.utilisateurId },
  };
}

/** The route's line in the table of access, read from the router itself. */
function accesDe(c: Context): (typeof ACCES)[string] | undefined {
  const methode = c.req.method === "HEAD" ? "GET" : c.req.method;
  return ACCES[`${methode} ${routePath(c, -1)}`];
}

/** Denied by default: no line in the table, no page; the wrong role and the unknown page look the same. */
export const garder: MiddlewareHandler<Env> = async (c, suite) => {
  const acces = accesDe(c);
  if (acces === undefined) return introuvable(c);
  const moi = await quiEstLa(c);
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

import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { METHOD_NAME_ALL } from "hono/router";
import { adresseDe } from "./adresse.ts";
import type { Env } from "./contexte.ts";
import { page } from "./page.tsx";
import { PageTitle } from "./ui/layout.tsx";

/** Routes whose address is a secret all name it so. */
const SECRET = "/:jeton";

const estSecrete = (c: Context) =>
  matchedRoutes(c).some((r) => r.method !== METHOD_NAME_ALL && r.path.includes(SECRET));

function trop(c: Context<Env>, secondes: number) {
  c.header("retry-after", String(secondes));
  const minutes = Math.max(1, Math.ceil(secondes / 60));
  const corps = (
    <PageTitle
      titre="Trop d’essais"
      chapeau={`Trop de liens qui ne marchent pas ont été ouverts d’ici. Attendez ${minutes} min, puis recommencez.`}
    />
  );
  return page(c, { titre: "Trop d’essais", etroite: true, children: corps }, 429);
}

/** Whoever tries secrets that open nothing is told to wait; a secret that is right counts for nothing. */
export const freinerLesSecrets: MiddlewareHandler<Env> = async (c, suite) => {
  if (!estSecrete(c)) return await suite();
  const essai = c.get("portes").comptes.essaiDeSecret(adresseDe(c));
  const attente = await essai.compter();
  if (attente !== null) return trop(c, attente);
  await suite();
  if (c.res.status !== 404) await essai.oublier();
};

import type { Context, Hono } from "hono";
import { horodatageDe } from "../../usecases/sceau/horodater-journaux.ts";
import { certificatsDuSceau } from "../../usecases/sceau/sceau-de-l-organisme.ts";
import type { Env } from "../contexte.ts";
import { introuvable } from "../introuvable.tsx";

/** What a stranger needs to check a seal or a stamp with tools that are not ours. */
export function routesSceau(app: Hono<Env>): void {
  app.get("/sceau/certificats/:empreinte", async (c) => {
    const empreinte = c.req.param("empreinte");
    const certificats = await certificatsDuSceau(c.get("portes").maison, c.get("moi").auteur);
    const trouve = certificats.find((x) => x.empreinte === empreinte);
    if (trouve === undefined) return introuvable(c);
    const nom = `sceau-${empreinte.slice(0, 8)}.crt`;
    return fichier(c, trouve.certificat, "application/pkix-cert", nom);
  });

  app.get("/journal/horodatages/:taille/jeton", async (c) => {
    const lu = await horodatageDemande(c);
    if (lu === undefined) return introuvable(c);
    return fichier(c, lu.jeton, "application/octet-stream", `journal-${lu.taille}.tst`);
  });

  app.get("/journal/horodatages/:taille/checkpoint", async (c) => {
    const lu = await horodatageDemande(c);
    if (lu === undefined) return introuvable(c);
    return fichier(
      c,
      new TextEncoder().encode(lu.checkpoint),
      "text/plain; charset=utf-8",
      `journal-${lu.taille}.txt`,
    );
  });
}

async function horodatageDemande(c: Context<Env>) {
  const taille = c.req.param("taille") ?? "";
  if (!/^[1-9]\d{0,14}$/.test(taille)) return undefined;
  return await horodatageDe(c.get("portes").maison, c.get("moi").auteur, Number(taille));
}

function fichier(c: Context<Env>, octets: Uint8Array, type: string, nom: string) {
  return c.body(new Uint8Array(octets), 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="${nom}"`,
  });
}

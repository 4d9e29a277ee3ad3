import type { Context } from "hono";
import type { Brut } from "../dossier/acte.ts";
import type { Env } from "./contexte.ts";

/** The fields of a posted form, each with all its texts. Files are no part of these forms and are left out. */
export async function champsDeFormulaire(c: Context): Promise<Brut> {
  const corps = await c.req.formData();
  const brut: Record<string, string[]> = {};
  for (const [nom, valeur] of corps.entries()) {
    if (typeof valeur !== "string") continue;
    const connus = brut[nom];
    if (connus === undefined) brut[nom] = [valeur];
    else connus.push(valeur);
  }
  return brut;
}

/** Address of the connection itself; what a visitor writes in a header is never believed. */
export function adresseDe(c: Context<Env>): string {
  return c.env?.incoming?.socket.remoteAddress ?? "local";
}

import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Brut } from "../dossier/acte.ts";

/**
 * The fields of a posted form, each with all its texts. Files are no part of these forms and are left out. A body that
 * is no form, or that holds a NUL, is answered 400: it comes from a program, not from our pages.
 */
export async function champsDeFormulaire(c: Context): Promise<Brut> {
  const corps = await c.req.formData().catch((cause: unknown) => {
    throw cause instanceof TypeError ? new HTTPException(400, { cause }) : cause;
  });
  // A map: a field named « __proto__ » or « constructor » is a name like any other.
  const brut = new Map<string, string[]>();
  for (const [nom, valeur] of corps.entries()) {
    if (typeof valeur !== "string") continue;
    // PostgreSQL keeps no NUL: a question that names one fails.
    if (nom.includes("\0") || valeur.includes("\0")) throw new HTTPException(400);
    const connus = brut.get(nom);
    if (connus === undefined) brut.set(nom, [valeur]);
    else connus.push(valeur);
  }
  return Object.fromEntries(brut);
}

import type { Context } from "hono";

/** The bytes of the file that was chosen in this field; null when none was. */
export async function fichierRecu(c: Context, nom: string): Promise<Uint8Array | null> {
  const fichier = (await c.req.formData()).get(nom);
  if (!(fichier instanceof File) || (fichier.name === "" && fichier.size === 0)) return null;
  return new Uint8Array(await fichier.arrayBuffer());
}

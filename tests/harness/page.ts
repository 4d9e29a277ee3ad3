import type { Client } from "./maison.ts";

/** A plain space reads like the ones that French typography wants. */
export const plat = (texte: string) => texte.replace(/[\u00a0\u202f]/g, " ");

/** The value that a hidden field of this page holds; empty when it has none. */
export const champ = (page: string, nom: string) =>
  new RegExp(`name="${nom}" value="([^"]*)"`).exec(page)?.[1] ?? "";

/** Reads the page, then sends its form back with these fields, as a browser does. */
export async function remplir(client: Client, chemin: string, saisie: Record<string, string>) {
  const page = await (await client.get(chemin)).text();
  const caches = { jeton: champ(page, "jeton"), empreinte: champ(page, "empreinte") };
  return await client.post(chemin, { ...caches, ...saisie });
}

/** Reads a page to sign and signs it under that name. */
export const signer = (client: Client, chemin: string, nom = "Camille Fictive", reste = {}) =>
  remplir(client, chemin, { nom, atteste: "oui", ...reste });

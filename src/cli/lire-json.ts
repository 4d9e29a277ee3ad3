import { readFile, stat } from "node:fs/promises";
import { ErreurDeCommande } from "./commande.ts";

const MAX = 20 * 1024 * 1024;

/** Reads a JSON file given by a person; every way it can fail is a French sentence. */
export async function lireJson(chemin: string): Promise<unknown> {
  let texte: string;
  try {
    const { size } = await stat(chemin);
    if (size > MAX) throw new ErreurDeCommande(`« ${chemin} » dépasse 20 Mo : ce n’est pas un dossier.`);
    texte = await readFile(chemin, "utf8");
  } catch (erreur) {
    if (erreur instanceof ErreurDeCommande) throw erreur;
    throw new ErreurDeCommande(`Le fichier « ${chemin} » ne peut pas être lu.`);
  }
  try {
    return JSON.parse(texte.replace(/^\uFEFF/, ""));
  } catch {
    throw new ErreurDeCommande(`Le fichier « ${chemin} » n’est pas du JSON.`);
  }
}

import { readFile, stat } from "node:fs/promises";
import { ErreurDeCommande } from "./commande.ts";

const MAX = 20 * 1024 * 1024;

const RAISONS: Readonly<Record<string, string>> = {
  ENOENT: "n’existe pas",
  ENOTDIR: "n’existe pas",
  EISDIR: "est un répertoire, pas un fichier",
  EACCES: "ne peut pas être lu : le droit de lecture manque",
  ENAMETOOLONG: "a un nom trop long pour exister",
};

async function lireTexte(chemin: string): Promise<string> {
  let octets: Uint8Array;
  try {
    const { size } = await stat(chemin);
    if (size > MAX) throw new ErreurDeCommande(`« ${chemin} » dépasse 20 Mo : ce n’est pas un dossier.`);
    octets = await readFile(chemin);
  } catch (erreur) {
    if (erreur instanceof ErreurDeCommande) throw erreur;
    const raison = RAISONS[(erreur as NodeJS.ErrnoException).code ?? ""] ?? "ne peut pas être lu";
    throw new ErreurDeCommande(`Le fichier « ${chemin} » ${raison}.`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(octets);
  } catch {
    throw new ErreurDeCommande(`Le fichier « ${chemin} » n’est pas un texte en UTF-8.`);
  }
}

const INACHEVE = /Unexpected end|Unterminated|No number after|Exponent|Bad Unicode/;

/** Whether the beginning of a text is sound JSON, cut or whole. */
function estSain(debut: string): boolean {
  try {
    JSON.parse(debut);
    return true;
  } catch (erreur) {
    const { message } = erreur as Error;
    return INACHEVE.test(message) || message.includes(`at position ${debut.length} `);
  }
}

/** Where a text stops being JSON: « voyez la ligne 12, colonne 3 ». The engine does not always say it. */
function arret(texte: string): string {
  let [sain, casse] = [0, texte.length];
  if (estSain(texte)) return "il s’arrête trop tôt";
  while (casse - sain > 1) {
    const milieu = Math.floor((sain + casse) / 2);
    if (estSain(texte.slice(0, milieu))) sain = milieu;
    else casse = milieu;
  }
  const lignes = texte.slice(0, casse).split("\n");
  return `voyez la ligne ${lignes.length}, colonne ${lignes.at(-1)!.length}`;
}

/** Reads a JSON file given by a person; every way it can fail is a French sentence. */
export async function lireJson(chemin: string): Promise<unknown> {
  const texte = await lireTexte(chemin);
  if (texte.trim() === "") throw new ErreurDeCommande(`Le fichier « ${chemin} » est vide.`);
  try {
    return JSON.parse(texte);
  } catch {
    throw new ErreurDeCommande(`Le fichier « ${chemin} » n’est pas du JSON : ${arret(texte)}.`);
  }
}

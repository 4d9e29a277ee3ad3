import type { Ecart } from "./ecart.ts";
import type { ModuleLu } from "./module-lu.ts";

const LONGUEUR_MAXIMALE = 400;

/** Tables of data, which one reads like a list: path, and what it lists. */
export const TABLES: Readonly<Record<string, string>> = {};

function lignes(texte: string): number {
  return texte.split("\n").length - (texte.endsWith("\n") ? 1 : 0);
}

/** No file over 400 lines, tables apart; a table that no longer needs its exemption loses it. */
export function verifierLongueur(m: ModuleLu, tables: Readonly<Record<string, string>> = TABLES): Ecart[] {
  const n = lignes(m.texte);
  const exempte = Object.hasOwn(tables, m.chemin);
  if (n > LONGUEUR_MAXIMALE && !exempte) {
    const phrase = `No file over ${LONGUEUR_MAXIMALE} lines: ${n} here. Split it, or list it as a table in scripts/arbre/longueur.ts.`;
    return [{ fichier: m.chemin, ligne: LONGUEUR_MAXIMALE + 1, phrase }];
  }
  if (n <= LONGUEUR_MAXIMALE && exempte) {
    const phrase = `Listed as a table over ${LONGUEUR_MAXIMALE} lines, it has ${n}: take it off scripts/arbre/longueur.ts.`;
    return [{ fichier: m.chemin, ligne: 1, phrase }];
  }
  return [];
}

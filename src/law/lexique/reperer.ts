import { normaliserRecherche } from "../../values/recherche.ts";

/** Expressions to find in a text, and those that contain one of them and are in order (« entretien gratuit »). */
export interface Lexique {
  /** Written as `normaliserRecherche` writes, to the spelling that is shown. */
  termes: ReadonlyMap<string, string>;
  cherche: RegExp;
  permis: RegExp | null;
}

const motsEntiers = (formes: readonly string[]): RegExp =>
  new RegExp(`(?<= )(?:${formes.join("|")})(?= )`, "g");
const parLongueur = (a: string, b: string): number => b.length - a.length;

/** Prepares a list once, at load; the longest expression wins where two begin together. */
export function defineLexique(termes: readonly string[], permis: readonly string[] = []): Lexique {
  const formes = new Map(termes.map((t) => [normaliserRecherche(t), t]));
  return {
    termes: formes,
    cherche: motsEntiers([...formes.keys()].sort(parLongueur)),
    permis: permis.length === 0 ? null : motsEntiers(permis.map(normaliserRecherche).sort(parLongueur)),
  };
}

/** The expressions found in a text, whole words, whatever accents and case, in order, each once. */
export function reperer(texte: string, lexique: Lexique): string[] {
  const forme = ` ${normaliserRecherche(texte)} `;
  const retenue = lexique.permis === null ? forme : forme.replace(lexique.permis, "|");
  const trouves = new Set<string>();
  for (const [mot] of retenue.matchAll(lexique.cherche)) trouves.add(lexique.termes.get(mot)!);
  return [...trouves];
}

import { typographier } from "./typographie.ts";

/** A paragraph (its lines) or a list of points. */
export type Bloc = { readonly lignes: readonly string[] } | { readonly points: readonly string[] };

const POINT = /^\s*[-–•*]\s+/;

/**
 * Cuts a text typed by a person: blank lines separate paragraphs, lines that all begin with a dash make a list.
 * Nothing else is markup. French typography is set on the way.
 */
export function enBlocs(texte: string): Bloc[] {
  return texte
    .split(/\r?\n\s*\r?\n/)
    .map((morceau) => morceau.split(/\r?\n/).filter((ligne) => ligne.trim() !== ""))
    .filter((lignes) => lignes.length > 0)
    .flatMap(separerLesPoints);
}

function separerLesPoints(lignes: readonly string[]): Bloc[] {
  const premier = lignes.findIndex((ligne) => POINT.test(ligne));
  const propre = (ligne: string): string => typographier(ligne.replace(POINT, "").trim());
  if (premier < 0 || !lignes.slice(premier).every((ligne) => POINT.test(ligne))) {
    return [{ lignes: lignes.map((ligne) => typographier(ligne.trim())) }];
  }
  const points = { points: lignes.slice(premier).map(propre) };
  return premier === 0 ? [points] : [{ lignes: lignes.slice(0, premier).map(propre) }, points];
}

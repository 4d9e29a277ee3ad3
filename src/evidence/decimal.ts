import { PreuveInvalide } from "./preuve-invalide.ts";

/** A count written in decimal without leading zero, up to 2^53 − 1; `quoi` begins the sentence of the PreuveInvalide. */
export function parseTaille(texte: string, quoi: string): number {
  const n = /^(0|[1-9][0-9]{0,15})$/.test(texte) ? Number(texte) : Number.NaN;
  if (!Number.isSafeInteger(n))
    throw new PreuveInvalide(`${quoi} n’est pas un nombre entier écrit en chiffres.`);
  return n;
}

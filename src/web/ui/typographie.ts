import type { Child } from "hono/jsx";

/**
 * French spaces for a sentence typed with plain ones: narrow and unbreakable before « ; ! ? », unbreakable before
 * « : », inside guillemets, after « n° » and before a unit. For sentences of ours: what a person typed and sees again
 * keeps its characters, and only papers correct it (`documents/typographie.ts`), with more care and at a higher cost.
 */
export function fr(texte: string): string {
  if (!A_POSER.test(texte)) return texte;
  return texte
    .replace(/ ([;!?])/g, "\u202f$1")
    .replace(/ :/g, "\u00a0:")
    .replace(/« /g, "«\u00a0")
    .replace(/ »/g, "\u00a0»")
    .replace(/n° /g, "n°\u00a0")
    .replace(/(?<![\d\p{L}])(\d{1,3}) (?=\d{3}(?!\d))/gu, "$1\u202f")
    .replace(/(\d) (h|min|€|%|Mo|Ko)(?![\p{L}\d])/gu, "$1\u00a0$2")
    .replace(/(\d)\u00a0h (\d{2})(?!\d)/g, "$1\u00a0h\u00a0$2");
}

/** A space that some line of `fr` could change: most sentences have none, and pages have hundreds of sentences. */
const A_POSER = /[«°\d] | [;!?:»]|\d\u00a0h /;

/** The same for what may be markup: only a plain sentence is changed. */
export function typo(enfant: Child): Child {
  return typeof enfant === "string" ? fr(enfant) : enfant;
}

/** « 1 acte », « 3 actes », « 0 acte »: French counts nothing in the singular. */
export function compter(n: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${n.toLocaleString("fr-FR")}\u00a0${Math.abs(n) < 2 ? singulier : pluriel}`;
}

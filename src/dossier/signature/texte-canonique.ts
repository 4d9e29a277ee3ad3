import type { TexteASigner } from "./objet.ts";

/**
 * The text to the letter: title, lines, parts, paragraphs and the sentence agreed with, NFC, each followed by one line feed.
 * Its UTF-8 bytes are what the fingerprint of a signature is taken on, and what is kept.
 */
export function texteCanonique(t: TexteASigner): string {
  return [
    t.titre,
    ...t.lignes.map((l) => `${l.terme} : ${l.dit}`),
    ...(t.sections ?? []).flatMap((s) => [s.titre, ...s.paragraphes]),
    ...t.paragraphes,
    t.engagement,
  ]
    .map((ligne) => `${ligne.normalize("NFC")}\n`)
    .join("");
}

import { hex } from "./bytes.ts";
import type { Hasher } from "./hasher.ts";

/** A reference with the number that gives it its place: SHA-256 of « seed reference », hexadecimal. */
export interface ReferenceTiree {
  reference: string;
  empreinte: string;
}

/**
 * Draws `taille` references by a printed seed: each is hashed with the seed, and the smallest come first. Whoever has
 * the seed and the list finds the same ones; the order of the list changes nothing. Twice the same reference counts once.
 */
export function tirer(
  hasher: Pick<Hasher, "sha256">,
  graine: string,
  references: readonly string[],
  taille: number,
): ReferenceTiree[] {
  const texte = new TextEncoder();
  return [...new Set(references)]
    .map((reference) => ({
      reference,
      empreinte: hex(hasher.sha256(texte.encode(`${graine} ${reference}`))),
    }))
    .toSorted((a, b) => (a.empreinte < b.empreinte ? -1 : 1))
    .slice(0, taille);
}

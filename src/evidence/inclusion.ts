import { sameBytes } from "./bytes.ts";
import type { Hasher } from "./hasher.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";
import { type RangeRoot, splitPoint } from "./subtrees.ts";
import { nodeHash } from "./tree-hash.ts";

/**
 * Sibling hashes of leaf `index` in the tree of the first `size` leaves, from the leaf up (RFC 6962 §2.1.1).
 * `rangeRoot` gives the root of any run of leaves (see subtrees.ts). Throws PreuveInvalide when index ≥ size.
 */
export function inclusionProof(rangeRoot: RangeRoot, index: number, size: number): Uint8Array[] {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size))
    throw new PreuveInvalide("La feuille demandée n’est pas dans l’arbre.");
  const path: Uint8Array[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      path.push(rangeRoot(middle, end));
      end = middle;
    } else {
      path.push(rangeRoot(start, middle));
      start = middle;
    }
  }
  return path.reverse();
}

/** The root that a proof leads to (RFC 9162 §2.1.3.2), or null when the proof has not the length that it must have. */
export function rootFromInclusion(
  h: Hasher,
  index: number,
  size: number,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
): Uint8Array | null {
  if (!(Number.isSafeInteger(size) && Number.isSafeInteger(index) && index >= 0 && index < size)) return null;
  let fn = index;
  let sn = size - 1;
  let root = leaf;
  for (const sibling of path) {
    if (sn === 0 || sibling.length !== 32) return null;
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(h, sibling, root);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      root = nodeHash(h, root, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 ? root : null;
}

/** True when the leaf hash stands at `index` in the tree of that size and root. */
export function verifyInclusion(
  h: Hasher,
  index: number,
  size: number,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  const computed = rootFromInclusion(h, index, size, leaf, path);
  return computed !== null && sameBytes(computed, root);
}

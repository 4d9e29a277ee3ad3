import { sameBytes } from "./bytes.ts";
import type { Hasher } from "./hasher.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";
import { type RangeRoot, splitPoint } from "./subtrees.ts";
import { emptyRoot, nodeHash } from "./tree-hash.ts";

/**
 * Proof that the tree of the first `older` leaves is the beginning of the tree of the first `newer` ones (RFC 6962
 * §2.1.2). Empty when older is 0 or equal to newer. Throws PreuveInvalide when older > newer.
 */
export function consistencyProof(rangeRoot: RangeRoot, older: number, newer: number): Uint8Array[] {
  if (!(Number.isSafeInteger(older) && Number.isSafeInteger(newer) && older >= 0 && older <= newer))
    throw new PreuveInvalide("L’ancien arbre est plus grand que le nouveau.");
  if (older === 0) return [];
  const path: Uint8Array[] = [];
  let start = 0;
  let end = newer;
  // The older tree's own root is known to the verifier as long as the walk has only gone left.
  let known = true;
  while (older !== end) {
    const middle = start + splitPoint(end - start);
    if (older <= middle) {
      path.push(rangeRoot(middle, end));
      end = middle;
    } else {
      path.push(rangeRoot(start, middle));
      start = middle;
      known = false;
    }
  }
  if (!known) path.push(rangeRoot(start, end));
  return path.reverse();
}

/** True when the proof shows that the newer tree begins with the older one (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  h: Hasher,
  older: { readonly size: number; readonly root: Uint8Array },
  newer: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(older.size) || !Number.isSafeInteger(newer.size)) return false;
  if (older.size < 0 || older.size > newer.size || proof.some((hash) => hash.length !== 32)) return false;
  if (older.size === 0) return proof.length === 0 && sameBytes(older.root, emptyRoot(h));
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  let fn = older.size - 1;
  let sn = newer.size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  // A complete older tree is its own first node; otherwise the proof brings it.
  const nodes = fn === 0 ? [older.root, ...proof] : proof;
  const first = nodes[0];
  if (first === undefined) return false;
  let olderRoot = first;
  let newerRoot = first;
  for (const hash of nodes.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      olderRoot = nodeHash(h, hash, olderRoot);
      newerRoot = nodeHash(h, hash, newerRoot);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      newerRoot = nodeHash(h, newerRoot, hash);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && sameBytes(olderRoot, older.root) && sameBytes(newerRoot, newer.root);
}

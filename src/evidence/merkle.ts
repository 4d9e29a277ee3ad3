import { sameBytes } from "./bytes.ts";
import { Frontier } from "./frontier.ts";
import type { Hasher } from "./hasher.ts";
import { leafHash } from "./tree-hash.ts";

export { consistencyProof, verifyConsistency } from "./consistency.ts";
export { Frontier, type OnNode } from "./frontier.ts";
export { inclusionProof, rootFromInclusion, verifyInclusion } from "./inclusion.ts";
export { completeSubtrees, type NodeId, type RangeRoot, rangesOfLeaves, rangesOfNodes } from "./subtrees.ts";
export { emptyRoot, leafHash, nodeHash } from "./tree-hash.ts";

/** Root of the tree over these leaf data (not yet hashed), RFC 6962 §2.1. */
export function rootOf(h: Hasher, leaves: Iterable<Uint8Array>): Uint8Array {
  const frontier = new Frontier(h);
  for (const data of leaves) frontier.push(leafHash(h, data));
  return frontier.root();
}

/** True when these leaf data, in this order, make the expected root: the hot loop of checking a whole journal. */
export function verifierFeuilles(
  h: Hasher,
  feuilles: Iterable<Uint8Array>,
  racineAttendue: Uint8Array,
): boolean {
  return sameBytes(rootOf(h, feuilles), racineAttendue);
}

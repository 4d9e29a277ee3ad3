import { sameBytes } from "./bytes.ts";
import type { Hasher } from "./hasher.ts";
import { rootOf } from "./root-of.ts";

export { consistencyProof, verifyConsistency } from "./consistency.ts";
export { Frontier, type OnNode } from "./frontier.ts";
export { inclusionProof, rootFromInclusion, verifyInclusion } from "./inclusion.ts";
export { rootOf } from "./root-of.ts";
export {
  completeSubtrees,
  type NodeId,
  type RangeRoot,
  rangesOfLeaves,
  rangesOfNodes,
} from "./subtrees.ts";
export { emptyRoot, leafHash, nodeHash } from "./tree-hash.ts";

/** True when these leaf data, in this order, make the expected root: the hot loop of checking a whole journal. */
export function verifierFeuilles(
  h: Hasher,
  feuilles: Iterable<Uint8Array>,
  racineAttendue: Uint8Array,
): boolean {
  return sameBytes(rootOf(h, feuilles), racineAttendue);
}

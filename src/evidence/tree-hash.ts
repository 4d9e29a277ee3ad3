import type { Hasher } from "./hasher.ts";

// One scratch buffer for nodes and one for runs of leaves of one length: an allocation per hash would cost a tenth of
// the time. Safe because the room is synchronous and a hasher does not keep its input.
const node = new Uint8Array(65).fill(1, 0, 1);
let leaf = new Uint8Array(33);

/** RFC 6962 §2.1: SHA-256(0x00 ‖ data). */
export function leafHash(h: Hasher, data: Uint8Array): Uint8Array {
  if (leaf.length !== data.length + 1) leaf = new Uint8Array(data.length + 1);
  leaf.set(data, 1);
  return h.sha256(leaf);
}

/** RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right), both of 32 bytes. */
export function nodeHash(h: Hasher, left: Uint8Array, right: Uint8Array): Uint8Array {
  node.set(left, 1);
  node.set(right, 33);
  return h.sha256(node);
}

/** Root of the empty tree: SHA-256 of nothing. */
export function emptyRoot(h: Hasher): Uint8Array {
  return h.sha256(new Uint8Array(0));
}

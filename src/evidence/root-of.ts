import type { Hasher } from "./hasher.ts";
import { emptyRoot, nodeHash } from "./tree-hash.ts";

/**
 * Root of the tree over these leaf data (not yet hashed), RFC 6962 §2.1. Each hash is written straight into the node
 * above it, one buffer per level: copying hashes about would cost as much as half of the hashing.
 */
export function rootOf(h: Hasher, leaves: Iterable<Uint8Array>): Uint8Array {
  const levels: Uint8Array[] = [newNode()];
  const sha256Into = h.sha256Into ?? ((data, out, at) => out.set(h.sha256(data), at));
  let leaf = new Uint8Array(33);
  let size = 0;
  for (const data of leaves) {
    if (leaf.length !== data.length + 1) leaf = new Uint8Array(data.length + 1);
    leaf.set(data, 1);
    sha256Into(leaf, levels[0]!, size % 2 === 0 ? LEFT : RIGHT);
    let level = 0;
    for (let index = size; index % 2 === 1; level++) {
      index = (index - 1) / 2;
      if (level + 1 === levels.length) levels.push(newNode());
      sha256Into(levels[level]!, levels[level + 1]!, index % 2 === 0 ? LEFT : RIGHT);
    }
    size++;
  }
  return close(h, levels, size);
}

const LEFT = 1;
const RIGHT = 33;

function newNode(): Uint8Array {
  return new Uint8Array(65).fill(1, 0, 1);
}

function close(h: Hasher, levels: readonly Uint8Array[], size: number): Uint8Array {
  let root: Uint8Array | null = null;
  let rest = size;
  for (const node of levels) {
    // An odd count leaves a subtree without sibling in this level's left half.
    if (rest % 2 === 1) {
      const left = node.slice(LEFT, RIGHT);
      root = root === null ? left : nodeHash(h, left, root);
    }
    rest = Math.floor(rest / 2);
  }
  return root ?? emptyRoot(h);
}

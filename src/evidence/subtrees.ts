import type { Hasher } from "./hasher.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";
import { emptyRoot, nodeHash } from "./tree-hash.ts";

/** Root of the tree over leaves [start, end[. */
export type RangeRoot = (start: number, end: number) => Uint8Array;

/** A complete subtree: the `index`-th one of 2^level leaves. */
export type NodeId = { readonly level: number; readonly index: number };

/** Largest power of two smaller than n (n ≥ 2), where RFC 6962 splits a tree of n leaves. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Roots of runs of a tree held in memory as its leaf hashes. */
export function rangesOfLeaves(h: Hasher, leaves: readonly Uint8Array[]): RangeRoot {
  const root: RangeRoot = (start, end) => {
    if (end - start === 0) return emptyRoot(h);
    if (end - start === 1) return leaves[start] ?? missing();
    const middle = start + splitPoint(end - start);
    return nodeHash(h, root(start, middle), root(middle, end));
  };
  return root;
}

/** Roots of runs of a tree whose complete subtrees are stored; `read` gives one of them, or undefined. */
export function rangesOfNodes(h: Hasher, read: (node: NodeId) => Uint8Array | undefined): RangeRoot {
  return (start, end) => {
    const parts = completeSubtrees(start, end).map((node) => read(node) ?? missing());
    if (parts.length === 0) return emptyRoot(h);
    return parts.reduceRight((right, left) => nodeHash(h, left, right));
  };
}

/**
 * The complete subtrees that make up leaves [start, end[, largest first. `start` is a multiple of the size of the run's
 * first subtree, as in every run that a proof asks for. With it a store knows beforehand which nodes to fetch.
 */
export function completeSubtrees(start: number, end: number): NodeId[] {
  const nodes: NodeId[] = [];
  let at = start;
  while (at < end) {
    let width = 1;
    let level = 0;
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      width *= 2;
      level++;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

function missing(): never {
  throw new PreuveInvalide("Une empreinte manque dans l’arbre : la preuve ne peut pas être établie.");
}

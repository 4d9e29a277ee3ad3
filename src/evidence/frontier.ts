import type { Hasher } from "./hasher.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";
import { emptyRoot, nodeHash } from "./tree-hash.ts";

/** Told of each complete subtree as it closes: 2^level leaves, the index-th of that level. */
export type OnNode = (level: number, index: number, hash: Uint8Array) => void;

/**
 * What must be kept of a growing tree to append to it and know its root: the roots of its complete subtrees, largest
 * first, one per bit set in the size.
 */
export class Frontier {
  readonly #h: Hasher;
  readonly #roots: Uint8Array[];
  #size: number;

  constructor(h: Hasher, size = 0, roots: readonly Uint8Array[] = []) {
    if (!Number.isSafeInteger(size) || size < 0) throw new PreuveInvalide("Taille d’arbre impossible.");
    if (roots.length !== bitsSet(size))
      throw new PreuveInvalide("La bordure ne correspond pas à la taille de l’arbre.");
    this.#h = h;
    this.#size = size;
    this.#roots = [...roots];
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** Appends one leaf, given by its leaf hash. `onNode` receives every subtree that it completes, the leaf included. */
  push(leaf: Uint8Array, onNode?: OnNode): void {
    const roots = this.#roots;
    let hash = leaf;
    let index = this.#size;
    let level = 0;
    onNode?.(0, index, hash);
    while (index % 2 === 1) {
      hash = nodeHash(this.#h, roots.pop()!, hash);
      index = (index - 1) / 2;
      onNode?.(++level, index, hash);
    }
    roots.push(hash);
    this.#size++;
  }

  /** Root of the tree as it stands (RFC 6962 §2.1). */
  root(): Uint8Array {
    const roots = this.#roots;
    if (roots.length === 0) return emptyRoot(this.#h);
    let root = roots[roots.length - 1]!;
    for (let i = roots.length - 2; i >= 0; i--) root = nodeHash(this.#h, roots[i]!, root);
    return root;
  }

  /** The subtree roots one after the other, 32 bytes each; the size is kept beside them. */
  toBytes(): Uint8Array {
    const bytes = new Uint8Array(this.#roots.length * 32);
    this.#roots.forEach((root, i) => {
      bytes.set(root, i * 32);
    });
    return bytes;
  }

  /** The frontier that `toBytes` wrote for a tree of that size; throws PreuveInvalide when they do not fit. */
  static fromBytes(h: Hasher, size: number, bytes: Uint8Array): Frontier {
    if (bytes.length % 32 !== 0)
      throw new PreuveInvalide("La bordure n’est pas une suite d’empreintes de 32 octets.");
    const roots = Array.from({ length: bytes.length / 32 }, (_, i) => bytes.slice(i * 32, i * 32 + 32));
    return new Frontier(h, size, roots);
  }
}

function bitsSet(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

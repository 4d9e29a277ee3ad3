/** Draws of one copy, the same at each run: of the same seed and rank. */
export interface Tirage {
  /** An integer from 0 to `max`, both included; each `quoi` (0 to 4) is a draw of its own. */
  entier: (quoi: number, max: number) => number;
  /** The id of the k-th thing of this copy. */
  id: (k: number) => string;
}

/** `sha256` makes the draws: of a seed that is a text, and of a rank. */
export function tirer(sha256: (octets: Uint8Array) => Uint8Array, graine: string, rang: number): Tirage {
  const octets = sha256(new TextEncoder().encode(`probant/demonstration\0${graine}\0${rang}`));
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  // A UUID of version 4 whose last group counts the things of the copy.
  const tete = [...octets.subarray(0, 10)].map((o, i) =>
    i === 6 ? 0x40 | (o & 15) : i === 8 ? 0x80 | (o & 63) : o,
  );
  const debut = tete.map((o) => o.toString(16).padStart(2, "0")).join("");
  const groupes = [debut.slice(0, 8), debut.slice(8, 12), debut.slice(12, 16), debut.slice(16, 20)].join("-");
  return {
    entier: (quoi, max) => vue.getUint32(10 + 4 * quoi) % (max + 1),
    id: (k) => `${groupes}-${k.toString(16).padStart(12, "0")}`,
  };
}

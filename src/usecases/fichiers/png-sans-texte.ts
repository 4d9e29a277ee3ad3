import { concat } from "../../evidence/bytes.ts";

/** Chunks that carry words, a place or a moment beside the picture. */
const ANNEXES = new Set(["tEXt", "zTXt", "iTXt", "eXIf", "tIME"]);
const ENTETE = 8;

/** A PNG without words, place nor moment, cut at its end mark. null for bytes that are no whole PNG. */
export function pngSansTexte(octets: Uint8Array): Uint8Array | null {
  const gardes: Uint8Array[] = [octets.slice(0, ENTETE)];
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let i = ENTETE;
  while (i + 12 <= octets.length) {
    const fin = i + 12 + vue.getUint32(i);
    if (fin > octets.length) return null;
    const nom = String.fromCharCode(...octets.slice(i + 4, i + 8));
    if (!ANNEXES.has(nom)) gardes.push(octets.slice(i, fin));
    if (nom === "IEND") return concat(gardes);
    i = fin;
  }
  return null;
}

import { PreuveInvalide } from "./preuve-invalide.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const VALUE_OF = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUE_OF[ALPHABET.charCodeAt(i)] = i;

/** Standard base64 with padding (RFC 4648 §4). */
export function formatBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const rest = bytes.length - i;
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[group >> 18]! + ALPHABET[(group >> 12) & 63]!;
    text += rest > 1 ? ALPHABET[(group >> 6) & 63]! : "=";
    text += rest > 2 ? ALPHABET[group & 63]! : "=";
  }
  return text;
}

/**
 * The bytes of a standard base64 text. Only the one text that `formatBase64` would give is accepted: two spellings of
 * the same bytes would let a proof be altered without its meaning changing. Throws PreuveInvalide.
 */
export function parseBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new PreuveInvalide("Texte base64 de longueur impossible.");
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let group = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    group = (group << 6) | (i < digits ? valueAt(text, i) : 0);
    if (i % 4 !== 3) continue;
    for (let shift = 16; shift >= 0; shift -= 8) {
      const byte = (group >> shift) & 255;
      if (at < bytes.length) bytes[at++] = byte;
      else if (byte !== 0) throw new PreuveInvalide("Texte base64 dont les derniers bits ne sont pas nuls.");
    }
    group = 0;
  }
  return bytes;
}

/** The 32 bytes of a hash written in base64; `quoi` names it in the sentence of the PreuveInvalide thrown otherwise. */
export function parseHash(text: string, quoi: string): Uint8Array {
  const bytes = text.length === 44 ? parseBase64(text) : new Uint8Array(0);
  if (bytes.length !== 32)
    throw new PreuveInvalide(`${quoi} n’est pas une empreinte de 32 octets en base64.`);
  return bytes;
}

function valueAt(text: string, i: number): number {
  const value = VALUE_OF[text.charCodeAt(i)] ?? -1;
  if (value < 0) throw new PreuveInvalide("Texte base64 contenant un caractère interdit.");
  return value;
}

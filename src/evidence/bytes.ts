import { PreuveInvalide } from "./preuve-invalide.ts";

const encoder = new TextEncoder();
// ignoreBOM keeps a leading U+FEFF in the text, so that decoding then encoding gives the same bytes back.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of strict UTF-8 bytes; throws PreuveInvalide on anything else. `quoi` begins the sentence. */
export function parseUtf8(bytes: Uint8Array, quoi = "Le texte"): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new PreuveInvalide(`${quoi} n’est pas un texte UTF-8 valide.`);
  }
}

/** One array holding all the given ones, in order. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const all = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

/** True when both arrays hold the same bytes. Not constant-time: nothing compared here is secret. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** False when the text holds a lone surrogate, which UTF-8 cannot carry. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

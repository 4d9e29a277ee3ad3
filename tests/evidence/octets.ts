/** Bytes written in hexadecimal. */
export function bytesOf(hexa: string): Uint8Array {
  return Uint8Array.from(hexa.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

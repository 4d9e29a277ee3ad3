const LETTRES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 base32 without padding, as applications that give codes read a secret. */
export function base32(octets: Uint8Array): string {
  let texte = "";
  let [reste, bits] = [0, 0];
  for (const octet of octets) {
    reste = (reste << 8) | octet;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      texte += LETTRES[(reste >> bits) & 31];
    }
    reste &= (1 << bits) - 1;
  }
  return bits === 0 ? texte : texte + LETTRES[(reste << (5 - bits)) & 31];
}

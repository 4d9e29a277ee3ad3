import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** What was sealed cannot be opened: another key, another place, or altered bytes. */
export class ScelleIllisible extends Error {
  constructor() {
    super("Ce contenu scellé ne s’ouvre pas avec cette clé.");
  }
}

/** AES-256-GCM: nonce, ciphertext, tag. `lieu` is authenticated: sealed bytes moved elsewhere do not open. */
export function chiffrer(cle: Uint8Array, lieu: string, clair: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", cle, nonce);
  cipher.setAAD(Buffer.from(lieu, "utf8"));
  return Buffer.concat([nonce, cipher.update(clair), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `ScelleIllisible`. */
export function dechiffrer(cle: Uint8Array, lieu: string, scelle: Uint8Array): Buffer {
  if (scelle.length < NONCE + TAG) throw new ScelleIllisible();
  const decipher = createDecipheriv("aes-256-gcm", cle, scelle.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(lieu, "utf8"));
  decipher.setAuthTag(scelle.subarray(scelle.length - TAG));
  try {
    // As many bytes as were sealed: the end of this mode only checks the tag, and nothing is joined.
    const clair = decipher.update(scelle.subarray(NONCE, scelle.length - TAG));
    decipher.final();
    return clair;
  } catch {
    throw new ScelleIllisible();
  }
}

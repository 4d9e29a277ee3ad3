import { createHmac, createPublicKey, hash, type KeyObject, verify } from "node:crypto";
import type { Hasher } from "../evidence/hasher.ts";

// RFC 8410: the constant head of an Ed25519 public key in SubjectPublicKeyInfo form.
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

/** The cryptography of Node, for short inputs at the speed that a journal of millions of facts asks. */
export const hasherNode: Hasher = {
  sha256: (data) => {
    const out = new Uint8Array(32);
    sha256Into(data, out, 0);
    return out;
  },
  sha256Into,
  hmacSha256: (key, data) =>
    key.length > BLOC ? createHmac("sha256", key).update(data).digest() : hmacCourt(key, data),
  verifyEd25519: (publicKey, message, signature) => {
    const key = importKey(publicKey);
    return key !== null && signature.length === 64 && verify(null, message, key, signature);
  },
};

// Measured on 33 and 65 bytes: `createHash` 1.6 µs, `crypto.hash` to a Buffer 0.8 µs, to a string read back 0.37 µs.
function sha256Into(data: Uint8Array, out: Uint8Array, at: number): void {
  const digest = hash("sha256", data, "binary");
  for (let i = 0; i < 32; i++) out[at + i] = digest.charCodeAt(i);
}

const BLOC = 64;

// RFC 2104 on two plain hashes: Node wraps a key for each HMAC, which costs several times the hashing of a fact.
function hmacCourt(key: Uint8Array, data: Uint8Array): Uint8Array {
  const dedans = new Uint8Array(BLOC + data.length);
  const dehors = new Uint8Array(BLOC + 32);
  for (let i = 0; i < BLOC; i++) {
    const octet = key[i] ?? 0;
    dedans[i] = octet ^ 0x36;
    dehors[i] = octet ^ 0x5c;
  }
  dedans.set(data, BLOC);
  sha256Into(dedans, dehors, BLOC);
  const out = new Uint8Array(32);
  sha256Into(dehors, out, 0);
  return out;
}

function importKey(publicKey: Uint8Array): KeyObject | null {
  if (publicKey.length !== 32) return null;
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: "der", type: "spki" });
  } catch {
    return null;
  }
}

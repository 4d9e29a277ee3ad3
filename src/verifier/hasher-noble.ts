import { ed25519 } from "@noble/curves/ed25519.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Hasher } from "../evidence/hasher.ts";

/** The cryptography of the offline page: no WebCrypto, whose asynchronous calls the pure room cannot use. */
export const hasherNoble: Hasher = {
  sha256,
  hmacSha256: (key, data) => hmac(sha256, key, data),
  verifyEd25519: (publicKey, message, signature) => {
    try {
      // Strict RFC 8032 as OpenSSL does it, not the laxer ZIP 215 that noble prefers.
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
};

import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { type CleVerification, makeCle } from "../../src/evidence/cle.ts";
import type { Signer } from "../../src/evidence/note.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";

/** An Ed25519 key made from a fixed seed byte, so that samples and golden files are the same on every run. */
export function makeCleExemple(nom: string, graine: number): { cle: CleVerification; signer: Signer } {
  const pkcs8 = Buffer.concat([
    Buffer.from("302e020100300506032b657004220420", "hex"),
    Buffer.alloc(32, graine),
  ]);
  const privee = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const publique = createPublicKey(privee).export({ format: "der", type: "spki" }).subarray(-32);
  return {
    cle: makeCle(hasherNode, nom, new Uint8Array(publique)),
    signer: (message) => new Uint8Array(sign(null, message, privee)),
  };
}

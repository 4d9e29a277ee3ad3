import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeCleExemple } from "../../tests/evidence/cle-exemple.ts";
import { bytesOf } from "../../tests/evidence/octets.ts";
import { hex, utf8 } from "../evidence/bytes.ts";
import { hasherNoble } from "./hasher-noble.ts";
import { hasherNode } from "./hasher-node.ts";

// RFC 8032 §7.1, tests 1 to 3: public key, message, signature.
const ED25519 = [
  [
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
].map(([cle, message, signature]) => ({
  cle: bytesOf(cle!),
  message: bytesOf(message!),
  signature: bytesOf(signature!),
}));

/** The order L of the group: adding it to S gives a second signature that only a lax verifier accepts. */
const ORDRE = 2n ** 252n + 27742317777372353535851937790883648493n;

describe.each([
  ["Node", hasherNode],
  ["noble", hasherNoble],
])("la cryptographie de %s", (_, h) => {
  it("donne SHA-256 et HMAC comme publiés (FIPS 180-4, RFC 4231)", () => {
    expect(hex(h.sha256(utf8("abc")))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(hex(h.hmacSha256(new Uint8Array(20).fill(0x0b), utf8("Hi There")))).toBe(
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    );
    expect(hex(h.hmacSha256(utf8("Jefe"), utf8("what do ya want for nothing?")))).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("accepte les signatures de la RFC 8032 et aucune autre", () => {
    for (const { cle, message, signature } of ED25519) {
      expect(h.verifyEd25519(cle, message, signature)).toBe(true);
      expect(h.verifyEd25519(cle, utf8("autre"), signature)).toBe(false);
      for (let i = 0; i < 64; i++) {
        const fausse = signature.slice();
        fausse[i]! ^= 1 << (i % 8);
        expect(h.verifyEd25519(cle, message, fausse)).toBe(false);
      }
    }
  });

  it("refuse la seconde écriture d’une signature (S + L)", () => {
    const { cle, message, signature } = ED25519[1]!;
    const s = BigInt(`0x${hex(signature.slice(32).reverse())}`) + ORDRE;
    const seconde = signature.slice();
    seconde.set(bytesOf(s.toString(16).padStart(64, "0")).reverse(), 32);
    expect(h.verifyEd25519(cle, message, seconde)).toBe(false);
  });

  it("répond non, sans erreur, à une clé ou une signature mal formée", () => {
    const { cle, message, signature } = ED25519[0]!;
    expect(h.verifyEd25519(cle.slice(1), message, signature)).toBe(false);
    expect(h.verifyEd25519(cle, message, signature.slice(1))).toBe(false);
    expect(h.verifyEd25519(new Uint8Array(32).fill(255), message, signature)).toBe(false);
  });
});

describe("les deux cryptographies", () => {
  it("s’accordent sur tout message", () => {
    const { cle, signer } = makeCleExemple("accord.example", 9);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 80 }), (message, key) => {
        expect(hasherNode.sha256(message)).toEqual(hasherNoble.sha256(message));
        expect(new Uint8Array(hasherNode.hmacSha256(key, message))).toEqual(
          hasherNoble.hmacSha256(key, message),
        );
        expect(hasherNoble.verifyEd25519(cle.publique, message, signer(message))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("écrivent au même endroit quand on le leur demande", () => {
    const out = new Uint8Array(40);
    hasherNode.sha256Into?.(utf8("abc"), out, 8);
    expect(out.subarray(8)).toEqual(hasherNode.sha256(utf8("abc")));
    expect(out.subarray(0, 8)).toEqual(new Uint8Array(8));
  });
});

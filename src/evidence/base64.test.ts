import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBase64, parseBase64, parseHash } from "./base64.ts";

describe("le base64 strict", () => {
  it("suit les exemples de la RFC 4648, § 10", () => {
    const exemples = { "": "", f: "Zg==", fo: "Zm8=", foo: "Zm9v", foob: "Zm9vYg==", fooba: "Zm9vYmE=" };
    for (const [clair, code] of Object.entries(exemples)) {
      expect(formatBase64(Buffer.from(clair))).toBe(code);
      expect(Buffer.from(parseBase64(code)).toString()).toBe(clair);
    }
  });

  it("écrit comme Node et relit ce qu’il écrit", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(formatBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(parseBase64(formatBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it("n’accepte qu’une écriture pour les mêmes octets", () => {
    for (const texte of [
      "Zh==",
      "Zm9=",
      "Zg=",
      "Zg",
      "Z===",
      "====",
      "Zg==\n",
      "Z g=",
      "Zm-_",
      "Zg==Zg==",
      "Zmé=",
    ])
      expect(() => parseBase64(texte), texte).toThrow("base64");
  });

  it("refuse une empreinte qui ne fait pas 32 octets, en la nommant", () => {
    expect(() => parseHash(formatBase64(new Uint8Array(31)), "La racine")).toThrow(
      "La racine n’est pas une empreinte",
    );
    expect(parseHash(formatBase64(new Uint8Array(32)), "La racine")).toHaveLength(32);
  });
});

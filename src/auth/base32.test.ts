import { expect, it } from "vitest";
import { base32 } from "./base32.ts";

it("les exemples de la RFC 4648, sans leur remplissage", () => {
  const exemples = { "": "", f: "MY", fo: "MZXQ", foo: "MZXW6", foob: "MZXW6YQ", fooba: "MZXW6YTB" };
  for (const [clair, code] of Object.entries(exemples)) {
    expect([clair, base32(Buffer.from(clair))]).toEqual([clair, code]);
  }
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasherNode as h } from "../verifier/hasher-node.ts";
import { hex, utf8 } from "./bytes.ts";
import { engagementDuContenu, engagementDuFait, selDuContenu, selDuFait } from "./engagement.ts";

const CLE = new Uint8Array(32).fill(1);
const SEL = selDuFait(h, CLE, "d-1", 1);

describe("les engagements", () => {
  it("suivent la formule écrite, qu’un autre outil peut refaire", () => {
    expect(SEL).toEqual(h.hmacSha256(CLE, utf8("probant/sel/1\0d-1\u00001")));
    expect(engagementDuFait(h, SEL, '{"n":1}')).toEqual(h.hmacSha256(SEL, utf8('{"n":1}')));
    expect(engagementDuContenu(h, SEL, utf8("x"))).toEqual(h.hmacSha256(SEL, utf8("probant/contenu/1\0x")));
  });

  it("ne se confondent jamais : autre dossier, autre rang, autre clé, autre texte, autre domaine", () => {
    const autres = [
      selDuFait(h, CLE, "d-1", 11),
      selDuFait(h, CLE, "d-11", 1),
      selDuFait(h, CLE, "d-2", 1),
      selDuFait(h, new Uint8Array(32), "d-1", 1),
      selDuContenu(h, CLE, "d-1", "1"),
      engagementDuFait(h, SEL, "x"),
      engagementDuContenu(h, SEL, utf8("x")),
      SEL,
    ].map(hex);
    expect(new Set(autres).size).toBe(autres.length);
  });

  it("changent tout entiers quand un caractère du texte change", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        expect(engagementDuFait(h, SEL, a)).not.toEqual(engagementDuFait(h, SEL, b));
      }),
    );
  });

  it("refusent une clé courte, un rang nul, un identifiant qui pourrait en cacher un autre", () => {
    expect(() => selDuFait(h, new Uint8Array(31), "d-1", 1)).toThrow("32 octets");
    expect(() => engagementDuFait(h, new Uint8Array(0), "x")).toThrow("32 octets");
    expect(() => selDuFait(h, CLE, "d-1", 0)).toThrow("à partir de 1");
    for (const id of ["", "a b", "a\0b", "é", "../x", "a\n"])
      expect(() => selDuFait(h, CLE, id, 1)).toThrow("identifiant");
  });
});

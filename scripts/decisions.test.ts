import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { indexDesDecisions, lireDecision, lireDecisions } from "./decisions.ts";

describe("l’index des décisions", () => {
  it("est à jour : « npm run decisions » n’y changerait rien", () => {
    const ecrit = readFileSync(new URL("../docs/decisions/README.md", import.meta.url), "utf8");
    expect(ecrit).toBe(lireDecisions());
  });

  it("lit le numéro et la phrase, quelle que soit la ponctuation entre les deux", () => {
    for (const titre of ["# 0042 Do it", "# 0042. Do it.", "# 0042 — Do it"]) {
      expect(lireDecision("0042-do-it.md", `${titre}\n\nWhy.\n`)).toEqual({
        numero: "0042",
        phrase: "Do it",
        fichier: "0042-do-it.md",
      });
    }
  });

  it("refuse un autre nom, un autre numéro, une phrase absente et un numéro donné deux fois", () => {
    expect(() => lireDecision("42-do-it.md", "# 0042 Do it")).toThrow("named NNNN-slug.md");
    expect(() => lireDecision("0042-do-it.md", "# 0043 Do it")).toThrow("first line");
    expect(() => lireDecision("0042-do-it.md", "# 0042\n")).toThrow("first line");
    const d = lireDecision("0042-a.md", "# 0042 A");
    expect(() => indexDesDecisions([d, { ...d, fichier: "0042-b.md" }])).toThrow("twice");
  });
});

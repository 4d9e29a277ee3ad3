import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ajouterJours, type Jour, jour } from "../values/jour.ts";
import { BILAN, LENDEMAIN } from "./bilan-exemple.ts";
import { juger, manquements } from "./judge.ts";
import { ruleBook } from "./rule-book.ts";

const versions = (id: string) => ruleBook.filter((r) => r.id === id);
const ids = [...new Set(ruleBook.map((r) => r.id))];

describe("le référentiel", () => {
  it("connaît chaque fichier de règle", () => {
    const fichiers = readdirSync(new URL("./rules/", import.meta.url), { recursive: true, encoding: "utf8" });
    const regles = fichiers.filter((f) => /[A-E]\d\d-[a-z0-9-]+\.ts$/.test(f) && !f.endsWith(".test.ts"));
    expect(ruleBook).toHaveLength(regles.length);
    for (const f of regles) expect(ids).toContain(/([A-E]\d\d)-/.exec(f)![1]);
  });

  it("trouve le bilan d’exemple en ordre", () => {
    expect(manquements(juger(BILAN, LENDEMAIN)).map((c) => `${c.rule.id} ${c.ecart}`)).toEqual([]);
  });

  it.each(ids)("%s : aucun jour sans version ni avec deux, de 2019 à dans un an", (id) => {
    const fin = jour("2027-12-31");
    for (let j: Jour = jour("2019-01-01"); j <= fin; j = ajouterJours(j, 1)) {
      const enVigueur = versions(id).filter(
        (r) =>
          (r.avant !== undefined && j < r.inForce.from) ||
          (r.inForce.from <= j && (r.inForce.until === null || j < r.inForce.until)),
      );
      if (enVigueur.length !== 1) expect.fail(`${id} le ${j} : ${enVigueur.length} version(s)`);
    }
  });
});

describe.each(ruleBook.map((r) => [`${r.id} (depuis ${r.inForce.from})`, r] as const))("%s", (_, rule) => {
  it("a au moins un exemple conforme, un non conforme et un indéterminé", () => {
    const attendus = rule.examples.map((e) => e.attendu);
    expect(attendus).toEqual(expect.arrayContaining(["conforme", "non_conforme", "indetermine"]));
  });

  it.each(rule.examples.map((e) => [e.cas, e] as const))("%s", (_cas, exemple) => {
    const etat = { ...BILAN, ...exemple.etat };
    const au = exemple.au === undefined ? LENDEMAIN : jour(exemple.au);
    const verdict = rule.evaluate(etat, au);
    expect(verdict.verdict, JSON.stringify(verdict)).toBe(exemple.attendu);
    if (exemple.reserve !== undefined && verdict.verdict === "non_conforme") {
      expect((verdict.reserve ?? rule.reserve) !== undefined).toBe(exemple.reserve);
    }
  });
});

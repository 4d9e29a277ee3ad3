import { describe, expect, it } from "vitest";
import { jour } from "../values/jour.ts";
import { BILAN, LENDEMAIN } from "./bilan-exemple.ts";
import { ruleBook } from "./rule-book.ts";

/** Words that a reader counts: signs and marks are none. */
function mots(texte: string): number {
  return texte.split(/\s+/).filter((m) => /[\p{L}\d]/u.test(m)).length;
}

describe("les phrases des règles", () => {
  it("énoncent chaque règle en 25 mots au plus", () => {
    for (const { id, statement } of ruleBook) {
      expect(mots(statement), `${id} : ${statement}`).toBeLessThanOrEqual(25);
      expect(statement, id).toMatch(/^[A-ZÀÉ][^…]*\.$/);
    }
  });

  it("disent ce qui rend conforme comme une suite de « quand »", () => {
    for (const { id, remede } of ruleBook) expect(remede, id).toMatch(/^[a-zàéê].*\.(\s»)?$/);
  });

  it("n’ont ni mot de code, ni espace ordinaire devant une ponctuation double", () => {
    for (const rule of ruleBook) {
      for (const { cas, etat, au } of rule.examples) {
        const v = rule.evaluate({ ...BILAN, ...etat }, au === undefined ? LENDEMAIN : jour(au));
        const { verdict: _v, ...reste } = v;
        for (const texte of Object.values(reste)) {
          if (typeof texte !== "string" || /^[a-z]+[A-Z]\w+$|^\d{4}-/.test(texte)) continue;
          expect(texte, `${rule.id}, ${cas}`).not.toMatch(/[a-z]_[a-z]|undefined|NaN| [:;!?»]|« /);
        }
      }
    }
  });
});

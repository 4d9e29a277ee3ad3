import { describe, expect, test } from "vitest";
import { entrelacer, mediane, rapport } from "../../bench/entrelacer.ts";
import { gabaritNu } from "../../bench/gabarit-nu.ts";
import { conclure } from "../../bench/ligne.ts";
import { LIGNES } from "../../bench/lignes.ts";
import { direResultat, ecrireResultats } from "../../bench/recit.ts";

describe("chaque ligne se mesure, en tout petit", () => {
  test.each(LIGNES.map((l) => [l.id, l] as const))(
    "%s",
    async (_id, ligne) => {
      const resultats = await ligne.mesurer("minime");
      expect(resultats.length).toBeGreaterThan(0);
      for (const r of resultats) {
        expect(Object.keys(r).toSorted()).toEqual(
          ["aim", "floor", "holds", "id", "ours", "ratio", "rival", "what"].toSorted(),
        );
        for (const n of [r.ours, r.rival, r.ratio]) expect(n).toBeGreaterThan(0);
        expect(r.what.length).toBeGreaterThan(20);
      }
    },
    120_000,
  );

  test("des noms tous différents, et tous les budgets de la conception", () => {
    expect(new Set(LIGNES.map((l) => l.id)).size).toBe(LIGNES.length);
    expect(LIGNES.map((l) => l.id)).toEqual([
      "ecrire",
      "verifier",
      "pdf",
      "page",
      "grand",
      "juger",
      "premiere-vue",
      "application",
      "sceller",
      "sauvegarde",
      "detruire",
    ]);
  });
});

test("mesure les deux côtés à tour de rôle et jette la chauffe", async () => {
  const ordre: string[] = [];
  let n = 0;
  const cote = (nom: string) => () => {
    ordre.push(nom);
    n += 1;
    return n;
  };
  const serie = await entrelacer({ tours: 2, chauffe: 1 }, cote("nous"), cote("rival"));
  expect(ordre).toEqual(["nous", "rival", "nous", "rival", "nous", "rival"]);
  expect(serie).toEqual({ ours: [3, 5], rival: [4, 6] });
});

test("la médiane et le rapport des voisins", () => {
  expect([mediane([3, 1, 2]), mediane([4, 1, 2, 3]), mediane([7])]).toEqual([2, 2.5, 7]);
  expect(() => mediane([])).toThrow();
  // The machine is ten times slower in the middle: both sides are, and the ratio does not move.
  expect(rapport({ ours: [1, 10, 1], rival: [2, 20, 2] })).toBe(0.5);
});

test.each([
  [0.5, 0.8, 0.5, true],
  [0.5, 0.8, 0.49, false],
  [1.3, 1.1, 1.3, true],
  [1.3, 1.1, 1.31, false],
  [1, 1, 0.6, true],
  [1, 1, 1.01, false],
  [3, 6, Number.NaN, false],
])("plancher %d, visée %d, rapport %d : tient %s", (floor, aim, ratio, holds) => {
  expect(conclure({ id: "x", what: "", ours: 1, rival: 1, ratio, floor, aim }).holds).toBe(holds);
});

test("le gabarit nu refait la page à l’octet près, et y met les textes lus", () => {
  const page = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"/></head><body><p class="a &amp; b">L&#39;é &lt;b&gt; <br/>fin</p><svg aria-hidden="true"><use href="#m-x"></use></svg><details open=""><summary>A</summary></details></body></html>`;
  const gabarit = gabaritNu(page);
  expect(gabarit((t) => t)).toBe(page);
  expect(gabarit((t) => (t === "fin" ? "<fin>" : t))).toContain("<br/>&lt;fin&gt;</p>");
});

test("le récit dit les deux chiffres, le plancher, la visée et le verdict", () => {
  const r = conclure({
    id: "juger",
    what: "Judging",
    ours: 80.44,
    rival: 62.51,
    ratio: 1.287,
    floor: 5,
    aim: 2,
  });
  expect(direResultat(r)).toBe(
    "holds  juger: 1.29 ×  (floor ≤ 5, aim 2; ours 80.4, rival 62.5)\n       Judging\n",
  );
  const texte = ecrireResultats([r], "2026-11-24", "PostgreSQL 15.");
  expect(texte).toContain("| juger | Judging | 80.4 | 62.5 | **1.29** | ≤ 5 | 2 | yes |");
  expect(texte).not.toMatch(/\/(work|tmp|home|root)\b/);
});

import { expect, test } from "vitest";
import { compter, fr } from "./typographie.ts";

test("pose les espaces de la typographie française", () => {
  expect(fr("Pourquoi ? Voici : « oui » ; non !")).toBe(
    "Pourquoi\u202f? Voici\u00a0: «\u00a0oui\u00a0»\u202f; non\u202f!",
  );
  expect(fr("position 48 213, le 3 janvier 2026")).toBe("position 48\u202f213, le 3 janvier 2026");
  expect(fr("n° 12, 15 h 30, 20 h, 80 %, 45 min")).toBe(
    "n°\u00a012, 15\u00a0h\u00a030, 20\u00a0h, 80\u00a0%, 45\u00a0min",
  );
});

test("ne touche ni une adresse ni un mot qui commence comme une unité", () => {
  expect(fr("https://exemple.fr/a?b=1")).toBe("https://exemple.fr/a?b=1");
  expect(fr("3 heures, 2 minutes")).toBe("3 heures, 2 minutes");
});

test("accorde le nombre à la française", () => {
  expect([0, 1, 2, 1200].map((n) => compter(n, "acte"))).toEqual([
    "0\u00a0acte",
    "1\u00a0acte",
    "2\u00a0actes",
    "1\u202f200\u00a0actes",
  ]);
});

import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { hasherNode } from "../verifier/hasher-node.ts";
import { tirer } from "./tirage.ts";

const REFERENCES = Array.from({ length: 60 }, (_, i) => `D-2026-${String(i + 1).padStart(4, "0")}`);
const references = (graine: string, taille: number, parmi: readonly string[] = REFERENCES) =>
  tirer(hasherNode, graine, parmi, taille).map((t) => t.reference);

test("la même graine donne les mêmes dossiers, quel que soit l’ordre de la liste", () => {
  const tires = references("hiver 2026", 5);
  expect(references("hiver 2026", 5, REFERENCES.toReversed())).toEqual(tires);
  expect(references("hiver 2026", 5, [...REFERENCES, ...REFERENCES])).toEqual(tires);
  expect(references("hiver 2027", 5)).not.toEqual(tires);
});

test("un échantillon plus grand commence par le plus petit, et n’a jamais plus que la liste", () => {
  expect(references("g", 12).slice(0, 5)).toEqual(references("g", 5));
  expect(references("g", 500)).toHaveLength(60);
  expect(references("g", 5, [])).toEqual([]);
});

test("chaque dossier est tiré à peu près aussi souvent qu’un autre", () => {
  const compte = new Map<string, number>();
  for (let i = 0; i < 2000; i += 1)
    for (const r of references(`graine ${i}`, 6)) compte.set(r, (compte.get(r) ?? 0) + 1);
  // 200 expected each; five standard deviations of a binomial law around it.
  for (const r of REFERENCES) expect(Math.abs((compte.get(r) ?? 0) - 200)).toBeLessThan(68);
});

test("les outils de n’importe quel système le refont, sans Probant", () => {
  const recette = `while read -r r; do
      printf '%s %s\\n' "$(printf '%s %s' "$GRAINE" "$r" | sha256sum | cut -c1-64)" "$r"
    done | LC_ALL=C sort | head -n "$TAILLE"`;
  const sortie = execFileSync("sh", ["-c", recette], {
    input: `${REFERENCES.join("\n")}\n`,
    encoding: "utf8",
    env: { ...process.env, GRAINE: "hiver 2026", TAILLE: "7" },
  });
  const attendu = tirer(hasherNode, "hiver 2026", REFERENCES, 7);
  expect(sortie).toBe(attendu.map((t) => `${t.empreinte} ${t.reference}\n`).join(""));
});

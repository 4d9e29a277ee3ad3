import { expect, test } from "vitest";
import { jour } from "../values/jour.ts";
import { listeDesReferences, recetteDuTirage, regleDePopulation } from "./refaire-le-tirage.ts";

test("la population se dit en une phrase : commencés avant la fin, pas finis avant le début", () => {
  const regle = regleDePopulation({ du: jour("2026-01-01"), au: jour("2026-12-31") });
  expect(regle.replaceAll("\u00a0", " ")).toBe(
    "Tous les bilans commencés le 31 décembre 2026 ou avant, et pas finis avant le 1er janvier 2026.",
  );
});

test("la liste a une référence par ligne, la dernière aussi finie", () => {
  expect(listeDesReferences(["D-2026-0001", "D-2026-0002"])).toBe("D-2026-0001\nD-2026-0002\n");
});

test("la recette tient la graine entre guillemets et en tire le nombre demandé", () => {
  const lignes = recetteDuTirage({ graine: "hiver 2026", taille: 7 });
  expect([lignes[0], lignes.at(-1)]).toEqual([
    "GRAINE='hiver 2026'",
    "done < references.txt | LC_ALL=C sort | head -n 7",
  ]);
  // Wider than that, a line would be cut on paper and no longer run.
  for (const ligne of recetteDuTirage({ graine: "g".repeat(60), taille: 200 }))
    expect([ligne, ligne.length < 100]).toEqual([ligne, true]);
});

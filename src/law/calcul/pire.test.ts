import { expect, it } from "vitest";
import { conforme, indetermine, nonConforme, sansObjet } from "../verdict.ts";
import { pire } from "./pire.ts";

it("montre le manquement certain, puis l’avertissement, puis ce qui manque", () => {
  const tous = [
    sansObjet("a"),
    conforme("b"),
    indetermine("c"),
    nonConforme("d", "réserve"),
    nonConforme("e"),
  ];
  for (let n = tous.length; n > 1; n -= 1) expect(pire(tous.slice(0, n), sansObjet("z"))).toBe(tous[n - 1]);
});

it("rend le premier de même rang, et la conclusion donnée quand il n’y a rien", () => {
  const [premier, second] = [nonConforme("d"), nonConforme("e")];
  expect(pire([premier, second], conforme("z"))).toBe(premier);
  expect(pire([], sansObjet("rien"))).toEqual(sansObjet("rien"));
});

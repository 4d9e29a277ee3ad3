import { expect, it } from "vitest";
import { ACTES } from "../../dossier/catalogue-actes.ts";
import { MOMENTS } from "./moments.ts";

it("chaque acte a son moment, et un seul", () => {
  const ranges = MOMENTS.flatMap((m) => m.actes);
  expect(ranges.toSorted()).toEqual(ACTES.map((a) => a.nom).toSorted());
});

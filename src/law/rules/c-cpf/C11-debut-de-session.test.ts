import { describe, expect, it } from "vitest";
import { jour } from "../../../values/jour.ts";
import { BILAN, LENDEMAIN } from "../../bilan-exemple.ts";
import { retractationEdof } from "../../parameters/retractation-edof.ts";
import C11 from "./C11-debut-de-session.ts";
import { commande, PAS_COMMENCE } from "./exemples.ts";

const debute = (le: string) =>
  C11.evaluate({ ...BILAN, ...PAS_COMMENCE, ...commande({ debutPrevu: jour(le) }) }, LENDEMAIN);

describe("la rétractation, comptée en jours ouvrés depuis l’acceptation du 14 septembre 2026", () => {
  it("court encore le quatorzième jour ouvré", () => {
    expect(debute("2026-10-02")).toMatchObject({
      verdict: "conforme",
      explication: expect.stringContaining("rétractation possible 14 jours ouvrés après l’acceptation"),
    });
  });

  it("est finie le quinzième, et n’est plus dite", () => {
    expect(debute("2026-10-05")).toMatchObject({
      verdict: "conforme",
      explication: expect.not.stringContaining("rétractation"),
    });
  });

  it("ne se dit pas sûre : sa source est secondaire", () => {
    expect(retractationEdof.values.map((v) => v.source.confiance)).toEqual(["secondaire"]);
    expect(C11.reserve).toContain("14 jours ouvrés");
  });
});

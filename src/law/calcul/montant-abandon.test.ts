import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { euros } from "../../values/montant.ts";
import { seuilsAbandon } from "../parameters/seuils-abandon.ts";
import { montantAbandon } from "./montant-abandon.ts";
import { formatTaux, tauxRealisation } from "./taux-realisation.ts";

const seuils = seuilsAbandon.values[0]!.value;
const paye = (fait: number) => montantAbandon(euros(1600), fait, 1200, seuils);

describe("le paiement après un abandon sans force majeure", () => {
  it.each([
    ["rien n’a eu lieu : c’est une annulation", 0, 0],
    ["moins d’un quart : un quart est payé", 299, 400],
    ["un quart juste : au prorata", 300, 400],
    ["la moitié", 600, 800],
    ["juste sous 80 %", 959, 1278.67],
    ["80 % juste : tout est payé", 960, 1600],
    ["tout", 1200, 1600],
  ])("%s", (_cas, fait, attendu) => {
    expect(paye(fait)).toBe(euros(attendu));
  });

  it("ne divise jamais par zéro", () => {
    expect(montantAbandon(euros(1600), 60, 0, seuils)).toBe(0);
    expect(tauxRealisation(60, 0)).toBeNull();
  });

  it("croît avec le temps fait et reste sous le prix", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (fait) => {
        expect(paye(fait + 1)).toBeGreaterThanOrEqual(paye(fait));
        expect(paye(fait)).toBeLessThanOrEqual(euros(1600));
      }),
    );
  });
});

describe("le taux de réalisation", () => {
  it.each([
    [1050, 1200, 8750, "87,5 %"],
    [1200, 1200, 10_000, "100 %"],
    [1300, 1200, 10_000, "100 %"],
    [400, 1200, 3333, "33,33 %"],
    [0, 1200, 0, "0 %"],
  ])("%i minutes sur %i", (fait, prevu, taux, ecrit) => {
    expect(tauxRealisation(fait, prevu)).toBe(taux);
    expect(formatTaux(taux)).toBe(ecrit.replace(" ", "\u00a0"));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatJour,
  formatJourCourt,
  formatJourDuMois,
  formatJourLong,
  formatJourSaisie,
  nomDuJour,
  parseJourSaisi,
} from "./dates-fr.ts";
import { jour, jourDuNumero, numeroDuJour } from "./jour.ts";

const unJour = fc
  .integer({ min: numeroDuJour(jour("1900-01-01")), max: numeroDuJour(jour("2199-12-31")) })
  .map(jourDuNumero);

describe("une date en français", () => {
  it("se relit sous chacune de ses écritures", () => {
    fc.assert(
      fc.property(unJour, (j) => {
        for (const ecrire of [formatJour, formatJourLong, formatJourCourt, formatJourSaisie]) {
          expect(parseJourSaisi(ecrire(j)), ecrire(j)).toBe(j);
          expect(parseJourSaisi(` ${ecrire(j).toUpperCase()} `), ecrire(j)).toBe(j);
        }
        expect(parseJourSaisi(j)).toBe(j);
      }),
    );
  });

  it("s’écrit comme dans une lettre", () => {
    expect(formatJourLong(jour("2026-11-30"))).toBe("lundi 30\u00a0novembre\u00a02026");
    expect(formatJour(jour("2027-05-01"))).toBe("1er\u00a0mai\u00a02027");
    expect(formatJourCourt(jour("2026-02-09"))).toBe("9\u00a0févr.\u00a02026");
    expect(formatJourDuMois(jour("2027-05-01"))).toBe("1er\u00a0mai");
    expect(nomDuJour(jour("2026-11-29"))).toBe("dimanche");
  });

  it.each([
    ["30.11.26", "2026-11-30"],
    ["1/5/2027", "2027-05-01"],
    ["1er mai 2027", "2027-05-01"],
    ["30 aout 2026", "2026-08-30"],
    ["3 fevrier 2026", "2026-02-03"],
  ])("« %s » se lit", (texte, attendu) => {
    expect(parseJourSaisi(texte)).toBe(attendu);
  });

  it.each([
    "",
    "demain",
    "31/02/2026",
    "11/30/2026",
    "30 brumaire 2026",
    "30 novembre",
    "mardi 30 novembre 2026",
    "le 30 novembre 2026",
    "30/11/026",
    "2026-02-30",
  ])("« %s » est refusé", (texte) => {
    expect(parseJourSaisi(texte)).toBeNull();
  });
});

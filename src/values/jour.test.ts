import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  ajouterAnnees,
  ajouterJours,
  ajouterMois,
  anneeDe,
  type Jour,
  jour,
  jourDeSemaine,
  jourDuNumero,
  joursEntre,
  longueurDuMois,
  numeroDuJour,
  parseJour,
} from "./jour.ts";

const MIN = numeroDuJour(jour("0001-01-01"));
const MAX = numeroDuJour(jour("9999-12-31"));
const dans = (min: number, max: number) => fc.integer({ min, max }).map(jourDuNumero);
const unJour = dans(MIN, MAX);
/** Far enough from both ends for the sums below. */
const unJourCourant = dans(numeroDuJour(jour("1600-01-01")), numeroDuJour(jour("2600-12-31")));
const temporel = (j: Jour) => Temporal.PlainDate.from(j);

describe("un jour, comparé à Temporal", () => {
  it("porte le même numéro et le même jour de semaine", () => {
    fc.assert(
      fc.property(unJour, (j) => {
        const t = temporel(j);
        expect(numeroDuJour(j)).toBe(Temporal.PlainDate.from("1970-01-01").until(t).days);
        expect(jourDeSemaine(j)).toBe(t.dayOfWeek);
        expect(anneeDe(j)).toBe(t.year);
        expect(longueurDuMois(t.year, t.month)).toBe(t.daysInMonth);
        expect(jourDuNumero(numeroDuJour(j))).toBe(t.toString());
      }),
      { numRuns: 2000 },
    );
  });

  it("s’ajoute des jours, des mois et des années de la même façon", () => {
    fc.assert(
      fc.property(unJourCourant, fc.integer({ min: -9000, max: 9000 }), (j, n) => {
        const t = temporel(j);
        expect(ajouterJours(j, n)).toBe(t.add({ days: n }).toString());
        expect(ajouterMois(j, n)).toBe(t.add({ months: n }).toString());
        const annees = Math.trunc(n / 12);
        expect(ajouterAnnees(j, annees)).toBe(t.add({ years: annees }).toString());
      }),
      { numRuns: 2000 },
    );
  });

  it("mesure le même écart et se range dans le même ordre", () => {
    fc.assert(
      fc.property(unJour, unJour, (a, b) => {
        expect(joursEntre(a, b)).toBe(temporel(a).until(temporel(b), { largestUnit: "days" }).days);
        const ordre = a < b ? -1 : a > b ? 1 : 0;
        expect(ordre).toBe(Temporal.PlainDate.compare(temporel(a), temporel(b)));
      }),
      { numRuns: 2000 },
    );
  });

  it("existe si et seulement si Temporal l’accepte", () => {
    const deuxChiffres = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
    const annee = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, "0"));
    fc.assert(
      fc.property(annee, deuxChiffres(14), deuxChiffres(33), (a, m, d) => {
        const texte = `${a}-${m}-${d}`;
        let existe = true;
        try {
          Temporal.PlainDate.from(texte);
        } catch {
          existe = false;
        }
        expect(parseJour(texte)).toBe(existe ? texte : null);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("un jour qui n’en est pas un", () => {
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "0000-01-01",
    "2026-1-1",
    " 2026-01-01",
    "2026-01-01T00:00",
  ])("%s est refusé", (texte) => {
    expect(parseJour(texte)).toBeNull();
    expect(() => jour(texte)).toThrow(RangeError);
  });

  it("un assemblage de chiffres et de tirets n’est un jour que sous sa seule forme", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{3,5}-[0-9]{1,2}-[0-9]{1,3}$/), (texte) => {
        const lu = parseJour(texte);
        if (lu !== null) expect(temporel(lu).toString()).toBe(texte);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centimes, euros, formatMontant, parseMontant, prorata, repartir } from "./montant.ts";

const unMontant = fc.integer({ min: -100_000_000, max: 100_000_000 }).map(centimes);
const desPoids = fc
  .array(fc.nat({ max: 2_000 }), { minLength: 1, maxLength: 12 })
  .filter((p) => p.some((x) => x > 0));

describe("un montant", () => {
  it("se relit comme il s’écrit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999_999 }).map(centimes), (c) => {
        expect(parseMontant(formatMontant(c))).toBe(c);
      }),
    );
    expect(formatMontant(euros(1580))).toBe("1\u202f580,00\u00a0€");
    expect(formatMontant(-5)).toBe("−0,05\u00a0€");
  });

  it.each([
    ["1580", 158_000],
    ["1580.5", 158_050],
    [" 1 580,00 € ", 158_000],
    ["0,05", 5],
  ])("« %s » se lit", (texte, attendu) => {
    expect(parseMontant(texte)).toBe(attendu);
  });

  it.each(["", "€", "mille", "1,2,3", "1.580,00", "12,345", "1 5 8 0", "−5 €", "-5", "1e3", "12 €€"])(
    "« %s » est refusé",
    (texte) => {
      expect(parseMontant(texte)).toBeNull();
    },
  );

  it("refuse ce qui n’est pas un nombre entier de centimes", () => {
    for (const n of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => centimes(n)).toThrow(RangeError);
    }
  });
});

describe("la part au prorata", () => {
  it("est l’entier le plus proche, et la moitié monte", () => {
    fc.assert(
      fc.property(
        unMontant,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (t, p, n) => {
          const part = BigInt(prorata(t, p, n));
          const ecart = 2n * (part * BigInt(n) - BigInt(t) * BigInt(p));
          expect(ecart > -BigInt(n) && ecart <= BigInt(n)).toBe(true);
        },
      ),
    );
  });

  it("est exacte sur ce qu’un dossier facture", () => {
    expect(prorata(euros(1600), 17, 20)).toBe(136_000);
    expect(prorata(euros(1580), 19 * 60 + 30, 20 * 60)).toBe(154_050);
    expect(prorata(centimes(-3), 1, 4)).toBe(-1);
    expect(() => prorata(euros(1), 1, 0)).toThrow(RangeError);
  });
});

describe("la répartition", () => {
  it("rend exactement le total, à un centime près de chaque part exacte", () => {
    fc.assert(
      fc.property(unMontant, desPoids, (total, poids) => {
        const parts = repartir(total, poids);
        const somme = BigInt(poids.reduce((a, b) => a + b, 0));
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total + 0);
        parts.forEach((part, i) => {
          const ecart = BigInt(part) * somme - BigInt(total) * BigInt(poids[i]!);
          expect(ecart > -somme && ecart < somme).toBe(true);
        });
      }),
    );
  });

  it("donne autant à poids égal, au centime près, et rien à poids nul", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), desPoids, (total, poids) => {
        const parts = repartir(total, poids);
        poids.forEach((p, i) => {
          if (p === 0) expect(parts[i]).toBe(0);
          poids.forEach((q, j) => {
            if (p === q) expect(Math.abs(parts[i]! - parts[j]!)).toBeLessThanOrEqual(1);
          });
        });
      }),
    );
  });

  it("refuse de partager sans poids ou avec un poids négatif", () => {
    expect(() => repartir(100, [])).toThrow(RangeError);
    expect(() => repartir(100, [0, 0])).toThrow(RangeError);
    expect(() => repartir(100, [3, -1])).toThrow(RangeError);
    expect(repartir(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(repartir(-100, [1, 1, 1])).toEqual([-33, -33, -34]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuree, heures, minutes, parseDuree, sommeMinutes } from "./duree.ts";

describe("une durée", () => {
  it("se relit comme elle s’écrit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9999 * 60 + 59 }), (n) => {
        expect(parseDuree(formatDuree(n))).toBe(n);
      }),
    );
  });

  it("se lit de la même façon sous toutes ses écritures", () => {
    fc.assert(
      fc.property(fc.nat({ max: 99 }), fc.nat({ max: 59 }), (h, m) => {
        const mm = String(m).padStart(2, "0");
        for (const texte of [
          `${h} h ${mm}`,
          `${h}h${mm}`,
          `${h}:${mm}`,
          `${h} heures ${mm}`,
          ` ${h * 60 + m} min `,
        ]) {
          expect(parseDuree(texte), texte).toBe(h * 60 + m);
        }
      }),
    );
  });

  it("se lit en heures décimales quand cela fait des minutes entières", () => {
    expect(parseDuree("2,5 h")).toBe(150);
    expect(parseDuree("0.55 h")).toBe(33);
    expect(parseDuree("1,1 heures")).toBe(66);
    expect(parseDuree("0,33 h")).toBeNull();
  });

  it.each(["", "h", "deux heures", "2 h 60", "2:", "2:5", "-30", "2,5", "1 h min", "30 s", "100000"])(
    "« %s » est refusé",
    (texte) => {
      expect(parseDuree(texte)).toBeNull();
    },
  );

  it("n’est jamais négative ni fractionnaire", () => {
    for (const n of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => minutes(n)).toThrow(RangeError);
    expect(() => heures(0.51)).toThrow(RangeError);
  });

  it("s’additionne", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 })), fc.array(fc.nat({ max: 5000 })), (a, b) => {
        expect(sommeMinutes([...a, ...b])).toBe(sommeMinutes(a) + sommeMinutes(b));
      }),
    );
    expect(sommeMinutes([])).toBe(0);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHeure, type Heure, minutesDeLHeure, parseHeure } from "./heure.ts";

const deux = (n: number) => String(n).padStart(2, "0");
const uneHeure = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map(([h, m]) => `${deux(h)}:${deux(m)}` as Heure);

describe("une heure", () => {
  it("se relit comme elle s’écrit et comme elle se range", () => {
    fc.assert(
      fc.property(uneHeure, (h) => {
        expect(parseHeure(formatHeure(h))).toBe(h);
        expect(parseHeure(h)).toBe(h);
      }),
    );
  });

  it("se compare comme le temps passe", () => {
    fc.assert(
      fc.property(uneHeure, uneHeure, (a, b) => {
        expect(a < b).toBe(minutesDeLHeure(a) < minutesDeLHeure(b));
      }),
    );
  });

  it("s’écrit à la française", () => {
    expect(formatHeure("09:00" as Heure)).toBe("9\u00a0h");
    expect(formatHeure("14:05" as Heure)).toBe("14\u00a0h\u00a005");
    expect(parseHeure("9h")).toBe("09:00");
    expect(parseHeure(" 9 H 30 ")).toBe("09:30");
  });

  it.each(["", "h", "24:00", "9:60", "9:", "9:5", "930", "9 h 5", "midi", "-1 h", "9 h 30 min"])(
    "« %s » est refusé",
    (texte) => {
      expect(parseHeure(texte)).toBeNull();
    },
  );
});

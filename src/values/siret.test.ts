import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSiret, parseSiren, parseSiret } from "./siret.ts";

/** Completes digits with the key that makes the weighted sum a multiple of ten. */
function avecCle(debut: string): string {
  for (let cle = 0; cle < 10; cle += 1) {
    const somme = [...`${debut}${cle}`].reverse().reduce((total, c, i) => {
      const n = Number(c) * (i % 2 === 1 ? 2 : 1);
      return total + Math.floor(n / 10) + (n % 10);
    }, 0);
    if (somme % 10 === 0) return `${debut}${cle}`;
  }
  throw new Error("unreachable: one of ten keys fits");
}

const chiffres = (n: number) =>
  fc.array(fc.nat({ max: 9 }), { minLength: n, maxLength: n }).map((c) => c.join(""));
const unSiren = chiffres(8)
  .filter((d) => d !== "00000000")
  .map(avecCle);
const unSiret = fc.tuple(unSiren, chiffres(4)).map(([siren, nic]) => avecCle(siren + nic));

describe("un SIRET", () => {
  it("se relit comme il s’écrit, avec ses espaces ou non", () => {
    fc.assert(
      fc.property(unSiret, (s) => {
        expect(parseSiret(s)).toBe(s);
        expect(parseSiret(formatSiret(s))).toBe(s);
      }),
    );
    expect(formatSiret("73282932000074")).toBe("732\u00a0829\u00a0320\u00a000074");
  });

  it("est refusé dès qu’un chiffre est faux", () => {
    const unAutre = fc.tuple(unSiret, fc.nat({ max: 13 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(unAutre, ([s, rang, ecart]) => {
        fc.pre(!s.startsWith("356000000"));
        const faux = s.slice(0, rang) + ((Number(s[rang]) + ecart) % 10) + s.slice(rang + 1);
        expect(parseSiret(faux)).toBeNull();
      }),
    );
  });

  it("suit la clé propre à La Poste", () => {
    expect(parseSiret("356 000 000 00048")).toBe("35600000000048");
    expect(parseSiret("35600000049837")).toBe("35600000049837");
    expect(parseSiret("35600000049838")).toBeNull();
  });

  it.each(["", "732829320", "7328293200007", "732829320000744", "7328293200007A", "00000000000000"])(
    "« %s » est refusé",
    (texte) => {
      expect(parseSiret(texte)).toBeNull();
    },
  );
});

describe("un SIREN", () => {
  it("est accepté par sa clé, refusé dès qu’un chiffre est faux", () => {
    fc.assert(
      fc.property(unSiren, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (s, rang, ecart) => {
        expect(parseSiren(s)).toBe(s);
        const faux = s.slice(0, rang) + ((Number(s[rang]) + ecart) % 10) + s.slice(rang + 1);
        expect(parseSiren(faux)).toBeNull();
      }),
    );
    expect(parseSiren("000 000 000")).toBeNull();
  });
});

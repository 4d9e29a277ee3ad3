import fc from "fast-check";
import { expect, it } from "vitest";
import { formatTelephone, parseTelephone } from "./telephone.ts";

it.each([
  ["0612345678", "06 12 34 56 78"],
  ["06.12.34.56.78", "06 12 34 56 78"],
  ["(0)2-99-00-00-00", "02 99 00 00 00"],
  ["0590/00 00 00", "05 90 00 00 00"],
  ["+33 6.12.34.56.78", "+33 6 12 34 56 78"],
  ["+33 (0)6 12 34 56 78", "+33 6 12 34 56 78"],
  ["0033 612345678", "+33 6 12 34 56 78"],
  ["+32  2 555 12 12", "+32 2 555 12 12"],
  ["3949 00", "3949 00"],
])("« %s » s’écrit « %s »", (texte, ecrit) => {
  expect(parseTelephone(` ${texte} `)).toBe(ecrit);
});

it.each(["abc", "", "12345", "06 12 34 56 78 poste 3", "1234567890123456"])(
  "« %s » n’en est pas un",
  (texte) => {
    expect(parseTelephone(texte)).toBeNull();
    expect(formatTelephone(texte)).toBe(texte);
  },
);

const SEPARATEURS = ["", " ", ".", "-", "/", " - "];

it("dix chiffres, quels que soient leurs séparateurs, donnent le même numéro ; l’écrit se relit pareil", () => {
  const chiffres = fc.stringMatching(/^0[1-9]\d{8}$/);
  const separateurs = fc.array(fc.constantFrom(...SEPARATEURS), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(chiffres, separateurs, (n, entre) => {
      const saisi = [...n].map((c, i) => c + (entre[i] ?? "")).join("");
      const lu = parseTelephone(saisi);
      expect(lu?.replace(/ /g, "")).toBe(n);
      expect(lu).toMatch(/^\d\d( \d\d){4}$/);
      expect(parseTelephone(lu!)).toBe(lu);
    }),
  );
});

it("un numéro lu garde tous ses chiffres, et se relit lui-même", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?[\d ().\-/]{6,20}$/), (saisi) => {
      const lu = parseTelephone(saisi);
      if (lu === null) return;
      const fin = (t: string) => t.replace(/\D/g, "").slice(-6);
      expect(fin(lu)).toBe(fin(saisi));
      expect(parseTelephone(lu)).toBe(lu);
    }),
  );
});

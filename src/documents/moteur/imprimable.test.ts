import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lireCouverture } from "./couverture.ts";
import { rendreDonneesImprimables, rendreImprimable } from "./imprimable.ts";
import { lirePolices } from "./polices.ts";

const couverture = lireCouverture(lirePolices());
const rendre = (texte: string) => rendreImprimable(texte, couverture);

describe("la couverture des polices", () => {
  it.each([..."aéœŸ€«»’\u202fạơΩЖשعՀტⵣ王歐山さ☐☑★"])("comprend « %s »", (c) => {
    expect(couverture(c.codePointAt(0)!)).toBe(true);
  });

  it.each(["한", "क", "ไ", "\u{1F9E1}", "\u{10FFFF}"])("ne comprend pas « %s »", (c) => {
    expect(couverture(c.codePointAt(0)!)).toBe(false);
  });
});

describe("rendre un texte imprimable", () => {
  it.each([
    ["ce qui se dessine", "Élise, 王小明", "Élise, 王小明", 0],
    ["un accent séparé de sa lettre", "e\u0301", "é", 0],
    ["une famille d’émojis : un seul signe", "👨‍👩‍👧", "□", 1],
    ["un demi-caractère", "a\ud800b", "a□b", 1],
    ["un accent sans lettre", "\n\u05b0", "\n□", 1],
    ["un accent sur un idéogramme : le signe, puis sa marque", "王\u05bd", "王□", 1],
    ["les kana et leurs marques", "か\u3099", "が", 0],
    ["un caractère privé", "\ue000", "□", 1],
    ["les commandes invisibles", "a\u0000b\u202ec\ufeffd", "abcd", 0],
    ["les fins de ligne de toutes sortes", "a\r\nb\rc\u2028d", "a\nb\nc\nd", 0],
    ["une tabulation", "a\tb", "a b", 0],
    ["un mot de 24 lettres", "a".repeat(24), "a".repeat(24), 0],
    [
      "un mot de 26 lettres",
      "a".repeat(26),
      ["aaaaaa", "aaaaaa", "aaaaaa", "aaaaaa", "aa"].join("\u200b"),
      0,
    ],
  ])("%s", (_quoi, avant, apres, remplaces) => {
    expect(rendre(avant)).toEqual({ texte: apres, remplaces });
  });

  it("compte les remplacements de toutes les données, et laisse les clés", () => {
    const donnees = { 한: ["한", { b: "한국" }], n: 1, rien: null };
    expect(rendreDonneesImprimables(donnees, couverture)).toEqual({
      donnee: { 한: ["□", { b: "□□" }], n: 1, rien: null },
      remplaces: 3,
    });
  });

  it("ne laisse sortir, de n’importe quel texte, que des caractères dessinables", () => {
    const point = fc.integer({ min: 0, max: 0x10ffff }).map((p) => String.fromCodePoint(p));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(point, fc.constantFrom(..."ab \n\u0301\u200d\ufe0f")) }),
        (texte) => {
          for (const c of rendre(texte).texte) {
            const visible = !/[\n\p{Default_Ignorable_Code_Point}]/u.test(c);
            expect(visible ? couverture(c.codePointAt(0)!) : true).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

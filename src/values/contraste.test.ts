import axe from "axe-core";
import { describe, expect, it } from "vitest";
import {
  type Couleur,
  contraste,
  formatRapport,
  laPlusProche,
  luminance,
  parseCouleur,
} from "./contraste.ts";

/** What its published types leave out. */
interface CouleurDAxe {
  parseHexString(texte: string): void;
}
interface OutilsDAxe {
  Color: new () => CouleurDAxe;
  getContrast(fond: CouleurDAxe, dessus: CouleurDAxe): number;
}

const c = (texte: string): Couleur => parseCouleur(texte)!;

describe("lire une couleur", () => {
  it.each([
    ["#1D5C3A", "#1d5c3a"],
    ["1d5c3a", "#1d5c3a"],
    [" #15C ", "#1155cc"],
    ["rouge", null],
    ["#12345", null],
    ["#1d5c3a80", null],
    ["#1d5c3a;background:url(//x)", null],
    ["", null],
  ])("« %s » donne %s", (texte, lu) => expect(parseCouleur(texte)).toBe(lu));
});

describe("contraste", () => {
  // W3C, Understanding 1.4.3: #777777 on white is 4.47 and fails, for a ratio is never rounded up to 4.5.
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.47],
    ["#767676", "#ffffff", 4.54],
    ["#949494", "#ffffff", 3.03],
    ["#ff0000", "#ffffff", 3.99],
    ["#0000ff", "#ffffff", 8.59],
  ])("%s sur %s donne %d, comme le publie le W3C", (a, b, attendu) => {
    expect(Math.floor(contraste(c(a), c(b)) * 100) / 100).toBe(attendu);
    expect(contraste(c(b), c(a))).toBe(contraste(c(a), c(b)));
  });

  it("va de 0 pour le noir à 1 pour le blanc", () => {
    expect([luminance(c("#000")), luminance(c("#fff"))]).toEqual([0, 1]);
  });

  it("mesure comme axe, sur 400 couples", () => {
    const { Color, getContrast } = (axe.commons as unknown as { color: OutilsDAxe }).color;
    const couleur = (n: number): Couleur =>
      c(((n * 7_919 * 104_729) % 0xffffff).toString(16).padStart(6, "0"));
    const lireAxe = (t: string) => {
      const lue = new Color();
      lue.parseHexString(t);
      return lue;
    };
    for (let n = 1; n <= 400; n += 1) {
      const [a, b] = [couleur(n), couleur(n + 1)];
      expect(contraste(a, b)).toBeCloseTo(getContrast(lireAxe(a), lireAxe(b)), 2);
    }
  });

  it.each([
    [4.499, "4,49"],
    [4.5, "4,50"],
    [3.04, "3,04"],
    [21, "21"],
  ])("s’écrit sans jamais monter : %d", (n, ecrit) => expect(formatRapport(n)).toBe(ecrit));
});

describe("la couleur la plus proche", () => {
  const lisible = (autre: string) => (x: Couleur) => contraste(x, c(autre)) >= 4.5;

  it("est elle-même quand elle convient", () => {
    expect(laPlusProche(c("#1d5c3a"), lisible("#fff"))).toBe("#1d5c3a");
  });

  it("fonce sur du blanc, et un pas de moins ne suffirait pas", () => {
    expect(laPlusProche(c("#808080"), lisible("#fff"))).toBe("#767676");
  });

  it("éclaircit sur du noir", () => {
    expect(laPlusProche(c("#606060"), lisible("#000"))).toBe("#757575");
  });

  it("n’existe pas quand rien ne convient", () => {
    expect(laPlusProche(c("#606060"), () => false)).toBeNull();
  });
});

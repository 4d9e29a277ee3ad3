import { describe, expect, it } from "vitest";
import { type Couleur, contraste, meler, parseCouleur } from "./contraste.ts";
import {
  ANNEAU_DU_BANDEAU,
  couleurTient,
  feuilleDeLaCouleur,
  jugerCouleur,
  mesurerCouleur,
  nuancesDe,
} from "./couleur-organisme.ts";

const c = (texte: string): Couleur => parseCouleur(texte)!;
const NOIR = c("#000");

const TEINTES = ["#e4002b", "#ff7900", "#ffcc00", "#00a651", "#00b5e2", "#0055a4", "#ec008c", "#888888"].map(
  c,
);

describe("la couleur d’un organisme", () => {
  it.each(["#000000", "#1d5c3a", "#57306b", "#391f47", "#00457c"])("%s convient partout", (texte) => {
    expect(jugerCouleur(c(texte))).toEqual({ tient: true, couleur: texte });
  });

  it("un jaune est refusé avec son contraste, le seuil, le lieu et une couleur qui convient", () => {
    const jugement = jugerCouleur(c("#ffcc00"));
    expect(jugement.tient).toBe(false);
    if (jugement.tient) return;
    expect(jugement.phrase).toMatch(/^Cette couleur se lit mal : 1,\d\d pour 1, il faut 4,50 pour 1 \(/);
    expect(jugement.phrase).toContain(jugement.proche);
  });

  it.each(TEINTES)(
    "%s mène à une couleur qui convient, et un rien plus claire ne conviendrait pas",
    (teinte) => {
      const jugement = jugerCouleur(teinte);
      if (jugement.tient) return expect(couleurTient(teinte)).toBe(true);
      expect(couleurTient(jugement.proche)).toBe(true);
      const pas = [...Array(256).keys()].map((n) => meler(teinte, NOIR, n / 255));
      expect(pas.filter(couleurTient)[0]).toBe(jugement.proche);
    },
  );

  it("le blanc, la plus claire de toutes, a une couleur proche qui convient", () => {
    const jugement = jugerCouleur(c("#fff"));
    expect(jugement.tient || couleurTient(jugement.proche)).toBe(true);
  });

  it("chaque lieu tient son seuil dès que la couleur convient, sur 216 couleurs", () => {
    const marches = ["00", "33", "66", "99", "cc", "ff"];
    const toutes = marches.flatMap((r) => marches.flatMap((v) => marches.map((b) => c(r + v + b))));
    const bonnes = toutes.filter(couleurTient);
    expect(bonnes.length).toBeGreaterThan(20);
    expect(bonnes.length).toBeLessThan(150);
    for (const bonne of bonnes) {
      const n = nuancesDe(bonne);
      for (const [a, b, seuil] of [
        [n.sur, n.bandeau, 4.5],
        [n.discret, n.bandeau, 4.5],
        [n.sur, n.active, 4.5],
        [ANNEAU_DU_BANDEAU, n.bandeau, 3],
        [n.bandeau, c("#fff"), 4.5],
        [n.bandeau, n.voile, 3],
        [c("#261b2d"), n.voile, 4.5],
      ] as const)
        expect([bonne, contraste(a, b) >= seuil]).toEqual([bonne, true]);
      expect(n.active).not.toBe(n.bandeau);
    }
    expect(mesurerCouleur(c("#fc0"))).toHaveLength(6);
  });

  it("sa feuille ne touche ni l’impression ni les couleurs forcées, et ne porte que quatre jetons", () => {
    const feuille = feuilleDeLaCouleur(c("#1d5c3a"));
    expect(feuille).toContain("screen and (forced-colors:none)");
    expect(feuille.match(/--[a-z-]+/g)).toEqual(["--band", "--on-band", "--band-soft", "--band-active"]);
    expect(feuille).toContain("--band:#1d5c3a");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lireReference, normaliserRecherche } from "./recherche.ts";

describe("la forme d’un nom pour la recherche", () => {
  it.each([
    ["Élise Lefèvre-Dürr", "elise lefevre durr"],
    ["  D’Œuvre  ", "d oeuvre"],
    ["L'Haÿ-les-Roses", "l hay les roses"],
    ["LÆTITIA STRAßER", "laetitia strasser"],
    ["N°\u00a012", "n 12"],
    ["—", ""],
  ])("« %s » devient « %s »", (texte, attendu) => {
    expect(normaliserRecherche(texte)).toBe(attendu);
  });

  it("ne change plus quand on la reprend, et n’a que lettres, chiffres et espaces simples", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (t) => {
        const forme = normaliserRecherche(t);
        expect(normaliserRecherche(forme)).toBe(forme);
        expect(forme).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it("ne voit ni la casse, ni les accents français", () => {
    const accents = fc.stringMatching(/^[a-zàâäçéèêëîïôöùûüÿœæ' -]{1,30}$/);
    fc.assert(
      fc.property(accents, (t) => {
        const nu = t.replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/\p{M}/gu, "");
        expect(normaliserRecherche(t.toUpperCase())).toBe(normaliserRecherche(nu));
      }),
    );
  });
});

describe("une référence tapée dans la recherche", () => {
  it.each([
    ["D-2026-0012", 2026, "0012"],
    [" d-2026-12 ", 2026, "0012"],
    ["2026-0012", 2026, "0012"],
    ["0012", null, "0012"],
    ["12", null, "0012"],
    ["D-2026-12345", 2026, "12345"],
  ])("« %s » est lue", (texte, annee, numero) => {
    expect(lireReference(texte)).toEqual({ annee, numero });
  });

  it.each(["", "D’Été", "D-2026", "Camille 12", "12 rue", "D-2026-"])("« %s » n’en est pas une", (texte) => {
    expect(lireReference(texte)).toBeNull();
  });
});

import { expect, it } from "vitest";
import { composerConvention, type DonneesConvention } from "../../src/documents/convention/donnees.ts";
import { exempleConvention as CONVENTION } from "../../src/documents/convention/exemple.ts";
import { imprimer, texte } from "./pdf.ts";

const DERNIER = "Dernier mot avant les signatures.";

/** The sheets of a convention with so many more lines, each as its lines of text. */
function feuilles(n: number, en: "sections" | "paragraphes"): string[][] {
  const ligne = (i: number) => `Engagement numéro ${i}.`;
  const lignes = [...Array.from({ length: n }, (_, i) => ligne(i)), DERNIER];
  const donnees: DonneesConvention =
    en === "sections"
      ? {
          ...CONVENTION,
          parties: [...CONVENTION.parties, { titre: "Suite", paragraphes: lignes }],
          paragraphes: [],
        }
      : { ...CONVENTION, paragraphes: lignes };
  const brut = texte(imprimer(composerConvention(donnees))).replace(/[\u00a0\u202f]/g, " ");
  return brut.split("\f").map((f) => f.split("\n").map((l) => l.trim()));
}

it("les signatures ne sont jamais seules sur une feuille, où que tombe la fin du texte", () => {
  const vues = new Set<number>();
  for (const en of ["sections", "paragraphes"] as const) {
    for (let n = 0; n < 40; n += 2) {
      const pages = feuilles(n, en);
      const signent = pages.findIndex((p) => p.some((l) => l.includes("Pour l’organisme")));
      vues.add(signent);
      expect([en, n, pages[signent]!.some((l) => l.includes(DERNIER))]).toEqual([en, n, true]);
    }
  }
  expect(vues.size).toBeGreaterThan(1);
});

it("le titre n’est écrit qu’une fois sur la première feuille", () => {
  const [premiere] = feuilles(0, "sections");
  expect(premiere!.filter((l) => /^Convention/.test(l))).toEqual([CONVENTION.titre]);
});

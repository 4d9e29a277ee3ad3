import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { DOSSIER_AIDE, GENEREES, lireAide } from "../../src/web/routes/aide/rubriques.ts";
import { liensDe, motsInterditsDans, phrasesDe } from "./phrases.ts";

const NOMS = readdirSync(DOSSIER_AIDE).filter((f) => f.endsWith(".md"));
const lire = (fichier: string) => readFileSync(join(DOSSIER_AIDE, fichier), "utf8");
const annonces = Object.values(GENEREES).map((p) => `# ${p.titre}\n\n${p.chapeau}\n`);

describe("le compteur", () => {
  it("compte les mots entre espaces, sans la ponctuation ni les extraits", () => {
    const page =
      "# Un titre\n\nDeux mots. Et **trois** mots !\n\n```\nun deux trois. quatre\n```\n\n- a : b\n";
    expect(phrasesDe(page).map((p) => [p.texte, p.mots])).toEqual([
      ["Un titre", 2],
      ["Deux mots.", 2],
      ["Et trois mots !", 3],
      ["a : b", 2],
    ]);
  });

  it("trouve un mot interdit entier, au pluriel et en majuscules, et lui seul", () => {
    expect(motsInterditsDans("Merci de cliquer sur OK.")).toHaveLength(3);
    expect(motsInterditsDans("Les STAGIAIRES")).toHaveLength(1);
    expect(motsInterditsDans("Une book, une date invalide, un token.")).toEqual([]);
  });
});

test("chaque page a sa place dans l’index", () => {
  const { ecrites } = lireAide();
  expect([...ecrites.keys()].map((n) => `${n}.md`).sort()).toEqual([...NOMS].sort());
});

describe.each([...NOMS, "les annonces des pages générées"])("%s", (nom) => {
  const page = nom.endsWith(".md") ? lire(nom) : annonces.join("\n");

  it("a des phrases d’au plus 25 mots, 15 en moyenne", () => {
    const phrases = phrasesDe(page);
    expect(phrases.filter((p) => p.mots > 25)).toEqual([]);
    expect(phrases.reduce((n, p) => n + p.mots, 0) / phrases.length).toBeLessThanOrEqual(15);
  });

  it("n’emploie aucun mot interdit", () => {
    expect(
      motsInterditsDans(
        phrasesDe(page)
          .map((p) => p.texte)
          .join("\n"),
      ),
    ).toEqual([]);
  });

  it("écrit l’apostrophe et l’espace comme un imprimeur", () => {
    const texte = phrasesDe(page)
      .map((p) => p.texte)
      .join("\n");
    expect(texte.match(/.{0,20}\p{L}'\p{L}.{0,20}/gu) ?? []).toEqual([]);
    expect(texte.match(/.{0,20}[\p{L}\p{N}»)][;!?].{0,20}/gu) ?? []).toEqual([]);
  });
});

test("une page nomme les autres par leur adresse, jamais par celle d’un autre site", () => {
  for (const nom of NOMS) {
    expect(liensDe(lire(nom)).filter((l) => !/^(\/aide(\/[a-z-]+)?(#.+)?|#.+)$/.test(l))).toEqual([]);
  }
});

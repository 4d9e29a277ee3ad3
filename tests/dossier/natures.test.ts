import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PIECES_GARDEES, TEXTES_SCELLES } from "../../src/dossier/classement.ts";
import { OBJETS_A_SIGNER } from "../../src/dossier/signature/objets.ts";
import { NATURE_TEXTE_SIGNE } from "../../src/usecases/signer/garder-texte.ts";

const src = join(import.meta.dirname, "..", "..", "src");
const fichiers = globSync("**/*.{ts,tsx}", { cwd: src })
  .filter((f) => !f.includes(".test."))
  .map((f) => readFileSync(join(src, f), "utf8"));

const trouver = (motif: RegExp) =>
  [...new Set(fichiers.flatMap((t) => [...t.matchAll(motif)].map((m) => m[1]!)))].sort();

/** Whatever seals a text names its kind: a field of a form, the word given to the use case, or the one of a file. */
const ecrites = [
  ...trouver(/(\w+): (?:facultatif\()?champContenu\(/g),
  ...trouver(/await scellerTexte\((?:[^()]|\([^()]*\))*?"(\w+)"/g),
  ...trouver(/FICHIER_JOINT = "(\w+)"/g),
  ...OBJETS_A_SIGNER.filter((o) => o.classe === "contenu" || o.scelle !== undefined).map(
    (o) => `${NATURE_TEXTE_SIGNE}_${o.objet}`,
  ),
];

describe("chaque nature écrite quelque part a sa ligne dans la table, et la table n’en a pas d’autre", () => {
  it("les textes scellés", () => {
    expect([...new Set(ecrites)].sort()).toEqual(Object.keys(TEXTES_SCELLES).sort());
  });

  it("les pièces gardées", () => {
    const natures = trouver(/NATURE_\w+(?:: NatureDePiece)? = "(\w+)"/g);
    expect(natures).toEqual(Object.keys(PIECES_GARDEES).sort());
    // A piece written under a word of its own would escape the constants.
    const ecrivent = fichiers.filter((t) => /\becrire(Piece|PapierScelle)\(/.test(t));
    expect(ecrivent.filter((t) => /nature: "\w+",\n\s*classe:/.test(t))).toEqual([]);
  });
});

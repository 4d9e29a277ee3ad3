import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const racine = new URL("../../src/documents/", import.meta.url).pathname;
const gabarits = globSync("**/*.typ", { cwd: racine });

describe.each(gabarits)("le gabarit %s", (fichier) => {
  const lignes = readFileSync(`${racine}/${fichier}`, "utf8")
    .split("\n")
    .filter((l) => !l.trim().startsWith("//"));

  it("n’importe que nos gabarits : rien ne vient du réseau", () => {
    for (const ligne of lignes.filter((l) => /#?\b(import|include|read)\b/.test(l))) {
      expect(ligne).toMatch(/^#import "(\/gabarit\/)?[a-z]+\.typ": \*$/);
    }
  });

  it("n’évalue jamais un texte comme du code", () => {
    expect(lignes.join("\n")).not.toMatch(/\beval\(/);
  });

  it("met des espaces insécables devant les deux-points et dans les guillemets", () => {
    expect(lignes.filter((l) => / [:;!?»]( |$)|« /.test(l))).toEqual([]);
  });
});

it("il y a bien des gabarits à vérifier", () => {
  expect(gabarits.length).toBeGreaterThanOrEqual(11);
});

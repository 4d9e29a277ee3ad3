import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { formatDuLogo, LOGO_MAX_OCTETS } from "./logo.ts";

const lire = (texte: string) => formatDuLogo(new TextEncoder().encode(texte), texte);

test.each([
  ["nu", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ["après une marque d’ordre et une déclaration", '\uFEFF\n<?xml version="1.0"?>\n<svg>'],
  ["après des commentaires et un type", "<!-- a > b --><!DOCTYPE svg>\n<!----> <svg\n>"],
])("un dessin %s est un SVG", (_, texte) => {
  expect(lire(texte)).toBe("svg");
});

test.each([
  ["une page", "<html><svg></svg>"],
  ["un commentaire qui ne finit pas", "<!-- <svg>"],
  ["un commentaire refermé sur sa propre ouverture", "<!--><svg>"],
  ["un mot après un commentaire", "<!-- a -->x<!-- b --><svg>"],
  ["un type qui porte des entités", '<!DOCTYPE svg [<!ENTITY a "b">]><svg>'],
  ["une déclaration sans fin", `<?xml ${"a".repeat(300)}?><svg>`],
  ["un autre mot", "<svgx>"],
  ["rien après le mot", "<svg"],
])("%s n’en est pas un", (_, texte) => {
  expect(lire(texte)).toMatchObject({ champ: "fichier" });
});

test("mille commentaires ne retiennent pas le serveur", () => {
  const texte = "<!---->".repeat(Math.floor(LOGO_MAX_OCTETS / 7) - 1);
  // The bound stops a scan that would last for years; a linear one takes a millisecond.
  const dit = runInNewContext("lire()", { lire: () => lire(`${texte}x`) }, { timeout: 3_000 });
  expect(dit).toMatchObject({ champ: "fichier" });
});

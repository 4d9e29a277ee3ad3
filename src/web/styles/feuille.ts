import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { empreinteCourte, type Police } from "./polices.ts";

/** The one style sheet of the product: its text, and an address that changes with the text (cached for ever). */
export type Feuille = { readonly texte: string; readonly url: string };

const AVANT = ["polices.css", "tokens.css", "tokens-modes.css", "base.css"];
const APRES = ["utilities.css", "forced.css", "print.css"];

/**
 * Joins the sheets of this folder once, at start. Layers make the order of the components free; the fonts'
 * addresses are replaced by their versioned ones.
 */
export function lireFeuille(polices: readonly Police[], dossier: string = import.meta.dirname): Feuille {
  const composants = readdirSync(join(dossier, "components"))
    .filter((f) => f.endsWith(".css"))
    .sort()
    .map((f) => join("components", f));
  const brut = [...AVANT, ...composants, ...APRES].map((f) => readFileSync(join(dossier, f), "utf8"));
  const adresses = new Map(polices.map((p) => [`/polices/${p.nom}.woff2`, p.url]));
  const texte = alleger(`@layer tokens, base, components, utilities;\n${brut.join("\n")}`).replace(
    /\/polices\/[a-z-]+\.woff2/g,
    (adresse) => adresses.get(adresse) ?? adresse,
  );
  return { texte, url: `/styles/probant.${empreinteCourte(texte)}.css` };
}

// Comments and indentation only: a real minifier would save a tenth more after compression, and could break a rule.
function alleger(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "\n")
    .replace(/ \{\n/g, "{")
    .replace(/;\n\}/g, "}")
    .replace(/;\n/g, ";")
    .replace(/,\n/g, ",")
    .trim();
}

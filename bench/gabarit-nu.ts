import { type Child, jsx } from "hono/jsx";

/** A node of a page: text, or an element with its attributes as JSX takes them. */
type Noeud = string | { balise: string; attributs: Record<string, string | boolean>; enfants: Noeud[] };

const JETON =
  /<!DOCTYPE html>|<\/([a-z0-9]+)>|<([a-z0-9]+)((?:\s+[a-zA-Z0-9:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUT = /([a-zA-Z0-9:-]+)(?:="([^"]*)")?/g;
const ENTITES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

const lire = (texte: string) => texte.replace(/&(?:amp|lt|gt|quot|#39);/g, (e) => ENTITES[e]!);

function analyser(html: string): Noeud[] {
  const racine: Noeud[] = [];
  const ouverts: { balise: string; enfants: Noeud[] }[] = [{ balise: "", enfants: racine }];
  for (const [, fermee, balise, attributs = "", close, texte] of html.matchAll(JETON)) {
    const enfants = ouverts.at(-1)!.enfants;
    if (texte !== undefined) enfants.push(lire(texte));
    else if (fermee !== undefined) ouverts.pop();
    else if (balise !== undefined) {
      const element = { balise, attributs: lireAttributs(attributs), enfants: [] };
      enfants.push(element);
      if (close === "") ouverts.push(element);
    }
  }
  return racine;
}

function lireAttributs(texte: string): Record<string, string | boolean> {
  return Object.fromEntries(
    [...texte.matchAll(ATTRIBUT)].map(([, nom, valeur]) => [
      nom!,
      valeur === undefined ? true : lire(valeur),
    ]),
  );
}

function rendre(noeud: Noeud, remplir: (texte: string) => string): Child {
  if (typeof noeud === "string") return remplir(noeud);
  return jsx(noeud.balise, noeud.attributs, ...noeud.enfants.map((n) => rendre(n, remplir)));
}

/**
 * A page of the product as a template of the same framework, with nothing but its markup: no component, no condition,
 * no formatting. It makes the same elements and escapes the same texts at each request; `remplir` may put a text of the
 * row that was read in the place of one of the page.
 */
export function gabaritNu(html: string): (remplir: (texte: string) => string) => string {
  const noeuds = analyser(html);
  return (remplir) =>
    `<!DOCTYPE html>${noeuds
      .map((n) => rendre(n, remplir))
      .map(String)
      .join("")}`;
}

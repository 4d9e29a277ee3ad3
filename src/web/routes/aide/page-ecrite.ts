import MarkdownIt, { type Token } from "markdown-it";
import { normaliserRecherche } from "../../../values/recherche.ts";
import { fr } from "../../ui/typographie.ts";

/** A help page as it was written: its title, its first paragraph, the rest as HTML, its second-level titles. */
export interface PageEcrite {
  titre: string;
  /** The first paragraph, which also announces the page in the index. */
  chapeau: string;
  corps: string;
  parties: { id: string; titre: string }[];
}

// Raw HTML is off: what looks like a tag is shown, never obeyed.
const lecteur = new MarkdownIt({ html: false });
const { escapeHtml } = lecteur.utils;

lecteur.renderer.rules.text = (tokens, i) => escapeHtml(fr(tokens[i]!.content));
lecteur.renderer.rules.fence = (tokens, i) => {
  const id = `extrait-${i}`;
  return `<div class="listing"><pre id="${id}"><code>${escapeHtml(tokens[i]!.content)}</code></pre>
<button class="button button--secondary" type="button" data-copier="${id}" hidden>Copier</button></div>\n`;
};

/** The page as tokens, for who counts its words or follows its links. */
export function lireTokens(texte: string): Token[] {
  return lecteur.parse(texte, {});
}

/** What a reader sees of a line: marks, links and images give their words. */
export function texteDe(inline: Token): string {
  return (inline.children ?? [])
    .map((t) => (t.type === "softbreak" || t.type === "hardbreak" ? " " : t.content))
    .join("");
}

/** Reads one page. Throws when it does not begin with a title and a paragraph: it is a defect of the page. */
export function lirePageEcrite(texte: string): PageEcrite {
  const tokens = lireTokens(texte);
  const [h1, titre, , p, chapeau] = tokens;
  if (h1?.tag !== "h1" || titre === undefined || p?.type !== "paragraph_open" || chapeau === undefined) {
    throw new Error("a help page begins with one title and one paragraph");
  }
  const suite = tokens.slice(6);
  const parties = nommerTitres(suite);
  accorderTables(suite);
  return {
    titre: fr(texteDe(titre)),
    chapeau: fr(texteDe(chapeau)),
    corps: lecteur.renderer.render(suite, lecteur.options, {}),
    parties,
  };
}

/** Gives each title an address made of its words; gives back those of the second level. */
function nommerTitres(tokens: Token[]): PageEcrite["parties"] {
  const parties: PageEcrite["parties"] = [];
  const pris = new Set<string>();
  for (const [i, t] of tokens.entries()) {
    if (t.type !== "heading_open") continue;
    const titre = texteDe(tokens[i + 1]!);
    const id = normaliserRecherche(titre).replaceAll(" ", "-");
    if (t.tag === "h1" || pris.has(id))
      throw new Error(`title « ${titre} » twice, or not under the first one`);
    pris.add(id);
    t.attrSet("id", id);
    if (t.tag === "h2") parties.push({ id, titre: fr(titre) });
  }
  return parties;
}

/** The first cell of a row names it, and a screen reader says so. */
function accorderTables(tokens: Token[]): void {
  let premiere = false;
  let ouverte = false;
  for (const t of tokens) {
    if (t.type === "tr_open") premiere = true;
    else if (t.type === "th_open") t.attrSet("scope", "col");
    else if (t.type === "td_open" && premiere) {
      t.tag = "th";
      t.attrSet("scope", "row");
      premiere = false;
      ouverte = true;
    } else if (t.type === "td_close" && ouverte) {
      t.tag = "th";
      ouverte = false;
    }
  }
}

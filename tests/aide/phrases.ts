import { lireTokens, texteDe } from "../../src/web/routes/aide/page-ecrite.ts";

/** A sentence of a page, without its marks; `mots` counts what stands between spaces and holds a letter or a digit. */
export interface Phrase {
  texte: string;
  mots: number;
}

function compterMots(texte: string): number {
  return texte.split(/\s+/).filter((m) => /[\p{L}\p{N}]/u.test(m)).length;
}

/** The sentences of a Markdown page: titles, paragraphs, items and cells; listings are not sentences. */
export function phrasesDe(page: string): Phrase[] {
  return lireTokens(page)
    .filter((t) => t.type === "inline")
    .flatMap((t) => texteDe(t).split(/(?<=[.!?…])\s+/))
    .map((texte) => ({ texte, mots: compterMots(texte) }))
    .filter((p) => p.mots > 0);
}

/** Addresses that a page links to. */
export function liensDe(page: string): string[] {
  return lireTokens(page)
    .flatMap((t) => t.children ?? [])
    .filter((t) => t.type === "link_open")
    .map((t) => String(t.attrGet("href")));
}

/** What no page says, and why; each is searched as a whole word, whatever its case. */
const MOTS_INTERDITS: readonly [mot: string, plutot: string][] = [
  ["valider", "le verbe de l’acte : signer, remettre, accepter"],
  ["validez", "le verbe de l’acte"],
  ["cliquer", "choisir, ouvrir"],
  ["cliquez", "choisissez, ouvrez"],
  ["cliquez ici", "le nom de la page"],
  ["ok", "une phrase"],
  ["conformément à", "la règle et sa source"],
  ["conformément aux", "la règle et sa source"],
  ["apprenant", "la personne, le bénéficiaire"],
  ["stagiaire", "la personne, le bénéficiaire"],
  ["coaché", "la personne, le bénéficiaire"],
  ["formateur", "le conseiller, l’intervenant"],
  ["usager", "la personne"],
  ["veuillez", "l’impératif"],
  ["merci de", "l’impératif"],
  ["il convient de", "l’impératif"],
  ["afin de", "pour"],
  ["dans le cadre de", "pendant, pour"],
  ["procéder à", "le verbe"],
  ["le cas échéant", "si …"],
  ["susmentionné", "le nom"],
  ["notamment", "la liste entière, ou rien"],
  ["simplement", "rien"],
  ["il suffit de", "l’impératif"],
  ["e-mail", "le courriel"],
  ["login", "l’adresse"],
  ["template", "le modèle"],
  ["blockchain", "le journal"],
];

export function motsInterditsDans(texte: string): string[] {
  return MOTS_INTERDITS.filter(([mot]) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${mot}s?(?![\\p{L}\\p{N}])`, "iu").test(texte),
  ).map(([mot, plutot]) => `« ${mot} » : dites ${plutot}`);
}

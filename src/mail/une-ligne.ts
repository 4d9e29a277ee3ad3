// Line ends of every alphabet, controls, and the marks that turn the direction of what follows.
const DANGEREUX = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]+/gu;

/**
 * A text as one line of a header: no line end can be made of it, and nothing hides. Cut at 150 characters, on a whole
 * one. What a person typed as « %0d%0a » stays these six characters.
 */
export function uneLigne(texte: string): string {
  return [...enUneLigne(texte)].slice(0, 150).join("").trim();
}

const enUneLigne = (texte: string) => texte.replace(DANGEREUX, " ").replace(/\s+/g, " ").trim();

/** A file name that no mail program can take for a path, a header or another name; its ending is kept. */
export function nomDeFichier(nom: string): string {
  const [, tronc = "", fin = ""] = /^(.*?)(\.[a-z0-9]{1,8})?$/is.exec(enUneLigne(nom)) ?? [];
  const propre = [...tronc.replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, "-").replace(/^[. -]+/, "")]
    .slice(0, 60)
    .join("");
  return `${propre === "" ? "document" : propre}${fin}`;
}

import type { LogoOrganisme } from "../../law/etat.ts";
import type { Refus } from "../acte.ts";
import { champTexte } from "../champ.ts";

/** Bytes at most: the organisation is read with every page. */
export const LOGO_MAX_OCTETS = 64 * 1024;

export const CHAMPS_LOGO = {
  alternative: champTexte({
    libelle: "Ce que dit le logo, en quelques mots",
    aide: "Lu à voix haute à sa place. Par exemple : Centre Horizon.",
  }),
};

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const sauterBlancs = (texte: string, i: number): number => {
  let fin = i;
  while (fin < texte.length && /\s/.test(texte[fin]!)) fin += 1;
  return fin;
};

/** Where `fermant` ends, searched from `i`; null when it does not come within `max` characters. */
function apres(texte: string, fermant: string, i: number, max = texte.length): number | null {
  const fin = texte.indexOf(fermant, i);
  return fin === -1 || fin - i > max ? null : fin + fermant.length;
}

/**
 * Whether the root element is `svg`, behind a byte order mark, the XML declaration, comments and a document type
 * without entities. One pass from the start: a pattern that could go back over comments takes ages on many of them.
 */
function estUnSvg(texte: string): boolean {
  let i: number | null = sauterBlancs(texte, texte.startsWith("\uFEFF") ? 1 : 0);
  if (texte.startsWith("<?xml", i)) i = apres(texte, "?>", i, 200);
  while (i !== null) {
    i = sauterBlancs(texte, i);
    if (texte.startsWith("<!--", i)) i = apres(texte, "-->", i + 4);
    else if (texte.startsWith("<!DOCTYPE", i)) {
      const fin = apres(texte, ">", i, 300);
      i = fin === null || texte.slice(i, fin).includes("[") ? null : fin;
    } else return texte.startsWith("<svg", i) && /[\s>]/.test(texte[i + 4] ?? "");
  }
  return false;
}

/** The format of a file by its bytes, whatever its name; or why it cannot be a logo. `debut` is its text, if it is one. */
export function formatDuLogo(octets: Uint8Array, texte: string | null): LogoOrganisme["format"] | Refus {
  const refuser = (phrase: string): Refus => ({ champ: "fichier", phrase });
  if (octets.length === 0) return refuser("Ce fichier est vide.");
  if (octets.length > LOGO_MAX_OCTETS) {
    return refuser(`Ce fichier pèse ${Math.ceil(octets.length / 1024)} Ko : 64 Ko au plus.`);
  }
  if (PNG.every((octet, i) => octets[i] === octet)) return "png";
  if (texte !== null && estUnSvg(texte)) return "svg";
  return octets[0] === 0xff && octets[1] === 0xd8
    ? refuser("C’est une image JPEG. Enregistrez-la au format PNG, puis choisissez-la de nouveau.")
    : refuser("Ce fichier n’est ni une image PNG, ni un dessin SVG.");
}

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
// Before the root element of an SVG: a byte order mark, the XML declaration, comments, a document type.
const DEBUT_SVG =
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]{0,300}>\s*)*<svg[\s>]/;

/** The format of a file by its bytes, whatever its name; or why it cannot be a logo. `debut` is its text, if it is one. */
export function formatDuLogo(octets: Uint8Array, texte: string | null): LogoOrganisme["format"] | Refus {
  const refuser = (phrase: string): Refus => ({ champ: "fichier", phrase });
  if (octets.length === 0) return refuser("Ce fichier est vide.");
  if (octets.length > LOGO_MAX_OCTETS) {
    return refuser(`Ce fichier pèse ${Math.ceil(octets.length / 1024)} Ko : 64 Ko au plus.`);
  }
  if (PNG.every((octet, i) => octets[i] === octet)) return "png";
  if (texte !== null && DEBUT_SVG.test(texte)) return "svg";
  return octets[0] === 0xff && octets[1] === 0xd8
    ? refuser("C’est une image JPEG. Enregistrez-la au format PNG, puis choisissez-la de nouveau.")
    : refuser("Ce fichier n’est ni une image PNG, ni un dessin SVG.");
}

/** How names are compared in searches: lower case, no accents, hyphens and apostrophes as spaces, œ as oe. */
export function normaliserRecherche(texte: string): string {
  return texte
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The same without its spaces: « N’Diaye », « n diaye » and « NDIAYE » are one. */
export function formeCherchee(texte: string): string {
  return normaliserRecherche(texte).replaceAll(" ", "");
}

/** Number of a dossier as its reference writes it, at least four digits, and the year when it was typed. */
export interface ReferenceCherchee {
  readonly annee: number | null;
  readonly numero: string;
}

/** What was typed as a reference: « D-2026-0012 », « 2026-12 », « 0012 »; null when it is none. */
export function lireReference(texte: string): ReferenceCherchee | null {
  const lu = /^\s*(?:(?:d\s*[-–\s]?\s*)?(\d{4})\s*[-–\s]\s*)?0*(\d{1,9})\s*$/iu.exec(texte);
  if (lu === null) return null;
  return { annee: lu[1] === undefined ? null : Number(lu[1]), numero: lu[2]!.padStart(4, "0") };
}

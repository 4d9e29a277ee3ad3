/** The files that every control file holds, besides the pieces. */
export const INDEX_HTML = "index.html";
export const INDEX_PDF = "index.pdf";
export const MANIFESTE = "manifeste.txt";
export const CLE = "preuves/cle.txt";
export const FAITS = "preuves/faits.jsonl";
export const JOURNAL = "preuves/journal.tlog-proof";
export const TETE = "preuves/tete.txt";
export const PAGE = "verifier.html";

export const OBLIGATOIRES: readonly string[] = [
  CLE,
  FAITS,
  INDEX_HTML,
  INDEX_PDF,
  JOURNAL,
  MANIFESTE,
  PAGE,
  TETE,
];

/** The two files of the n-th hand-over of the signing key, the oldest first: the note, and its place in the log. */
export const fichiersDePassation = (n: number) => {
  const base = `preuves/passation-${String(n).padStart(2, "0")}`;
  return { note: `${base}.txt`, preuve: `${base}.tlog-proof` };
};

/** True for a file of a hand-over, as `fichiersDePassation` writes its name. */
export function isFichierDePassation(nom: string): boolean {
  return /^preuves\/passation-(0[1-9]|[1-9][0-9]+)\.(txt|tlog-proof)$/.test(nom);
}

/** True for `pieces/NN-slug.ext`: two or three digits, then lower-case words. */
export function isPiece(nom: string): boolean {
  return /^pieces\/[0-9]{2,3}-[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]{1,5}$/.test(nom);
}

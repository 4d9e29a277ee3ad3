/** Nature of a file of results among the sealed contents: bytes, never read as a text. */
export const FICHIER_JOINT = "fichier_resultats";

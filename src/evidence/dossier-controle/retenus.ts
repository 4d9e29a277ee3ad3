import { FAITS } from "./entrees.ts";
import { parseFaits } from "./faits.ts";
import { openArchive, readTexte } from "./fichiers.ts";

/** Ranks of the facts that a control file counts and does not show; throws PreuveInvalide on bytes that are not one. */
export function rangsRetenus(bytes: Uint8Array): number[] {
  const faits = parseFaits(readTexte(openArchive(bytes).fichiers, FAITS));
  return faits.flatMap((fait) => ("texte" in fait ? [] : [fait.n]));
}

import { transactionDeLecture } from "../../store/connexion.ts";
import { listerFichiersEcartes } from "../../store/dossier/fichiers-ecartes.ts";
import { lirePiece, listerPieces } from "../../store/dossier/pieces.ts";
import type { Auteur, Maison } from "../maison.ts";
import { NATURE_FEUILLE } from "./verser-feuille.ts";

/** The sheets of a dossier that were kept, and the files that were set apart. */
export function lireFeuilles(maison: Maison, auteur: Auteur, dossierId: string) {
  return transactionDeLecture(maison.base, auteur, async (tx) => ({
    feuilles: (await listerPieces(tx, dossierId)).filter((p) => p.nature === NATURE_FEUILLE),
    ecartes: await listerFichiersEcartes(tx, dossierId),
  }));
}

/** One kept sheet with its bytes; undefined when this dossier has none of that id. */
export async function lireFeuille(maison: Maison, auteur: Auteur, dossierId: string, id: string) {
  const piece = await transactionDeLecture(maison.base, auteur, (tx) => lirePiece(tx, dossierId, id));
  return piece?.nature === NATURE_FEUILLE ? piece : undefined;
}

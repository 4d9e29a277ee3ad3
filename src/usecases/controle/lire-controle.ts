import { hex } from "../../evidence/bytes.ts";
import { type Rapport, rangsRetenus, verifierDossierControle } from "../../evidence/dossier-controle.ts";
import { transaction } from "../../store/connexion.ts";
import { lirePiece, listerPieces } from "../../store/dossier/pieces.ts";
import { estUuid } from "../../values/uuid.ts";
import { chargerDossier, limiterA } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";
import { composerPieces, type PieceManquante } from "./pieces.ts";
import { NATURE_CONTROLE } from "./preparations.ts";

/** A control file that was made, with what a page says of it. */
export interface ControleLu {
  id: string;
  nom: string;
  octets: Uint8Array;
  /** SHA-256 of the file, hexadecimal. */
  empreinte: string;
  creeLe: string;
  /** What the verifier says of these very bytes, now. */
  rapport: Rapport;
  /** Titles of the papers in it. */
  presentes: string[];
  manquantes: PieceManquante[];
  /** Facts written in the dossier since. */
  faitsDepuis: number;
}

/** One control file of a dossier; undefined when it, or the dossier, is not this organisation's. */
export async function lireControle(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  id: string,
): Promise<ControleLu | undefined> {
  if (!estUuid(id)) return undefined;
  return await transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return undefined;
    const piece = await lirePiece(tx, dossier.id, id);
    if (piece === undefined || piece.nature !== NATURE_CONTROLE) return undefined;
    const rapport = verifierDossierControle(piece.octets, maison.hasher);
    const taille = rapport.faits?.total ?? 0;
    // Bytes that were altered since are told by the report; nothing is read from them.
    const taire = rapport.verdict === "intact" ? rangsRetenus(piece.octets) : [];
    const { pieces, manquantes } = composerPieces(limiterA(dossier, taille), new Map(), taire);
    return {
      id,
      nom: piece.nom,
      octets: piece.octets,
      empreinte: hex(piece.empreinte),
      creeLe: piece.creeLe,
      rapport,
      presentes: pieces.map((p) => p.papier.titre),
      manquantes,
      faitsDepuis: dossier.faits.length - taille,
    };
  });
}

/** What was made before for a dossier, the newest first. */
export async function listerControles(maison: Maison, auteur: Auteur, dossierId: string) {
  const pieces = await transaction(maison.base, auteur, (tx) => listerPieces(tx, dossierId));
  return pieces
    .filter((p) => p.nature === NATURE_CONTROLE)
    .map(({ id, creeLe, taille }) => ({ id, creeLe, taille }))
    .reverse();
}

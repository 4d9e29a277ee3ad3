import { pieceVersee } from "../../dossier/faits/controle.ts";
import { signatureApposee } from "../../dossier/faits/signature.ts";
import { hex } from "../../evidence/bytes.ts";
import type { Tx } from "../../store/connexion.ts";
import { lirePiece, listerPieces } from "../../store/dossier/pieces.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { NATURE_FEUILLE } from "../emargement/verser-feuille.ts";
import { faitsDe } from "../papiers/faits.ts";
import { NATURE_TEXTE_SIGNE } from "../signer/garder-texte.ts";
import type { PieceImprimee } from "./fabrique.ts";
import { sansFaits } from "./pieces.ts";

/** Ending of a file name by its type of media. */
export const EXTENSIONS: Record<string, string> = {
  "text/plain; charset=utf-8": "txt",
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/** Fingerprints that the shown facts name, of texts signed on screen and of sheets signed by hand. */
export function empreintesNommees(dossier: DossierCharge): Set<string> {
  return new Set([
    ...faitsDe(dossier, pieceVersee).map((f) => f.donnees.empreinte),
    ...faitsDe(dossier, signatureApposee).flatMap((f) => f.donnees.texte.empreinte ?? []),
  ]);
}

/**
 * The proofs that are kept as they came: what each signature was put under, and sheets signed by hand. Only those whose
 * fingerprint a shown fact names; `rang` is the number of the first in the archive.
 */
export async function piecesGardees(
  tx: Tx,
  dossier: DossierCharge,
  { taire, rang }: { taire: readonly number[]; rang: number },
): Promise<PieceImprimee[]> {
  const nommees = empreintesNommees(sansFaits(dossier, taire));
  const liste = (await listerPieces(tx, dossier.id)).filter(
    (p) => (p.nature === NATURE_TEXTE_SIGNE || p.nature === NATURE_FEUILLE) && nommees.has(hex(p.empreinte)),
  );
  const gardees: PieceImprimee[] = [];
  for (const [i, { id, nature, empreinte }] of liste.entries()) {
    const piece = (await lirePiece(tx, dossier.id, id))!;
    const [slug, titre] =
      nature === NATURE_FEUILLE
        ? ["feuille-signee-a-la-main", "Feuille d’émargement signée à la main"]
        : [`texte-signe-${piece.nom.replace(/\.txt$/, "").replaceAll("_", "-")}`, "Texte signé à l’écran"];
    const numero = String(rang + i).padStart(2, "0");
    gardees.push({
      nom: `pieces/${numero}-${slug}.${EXTENSIONS[piece.typeMedia]}`,
      nature,
      titre,
      octets: new Uint8Array(piece.octets),
      empreinte: hex(empreinte),
    });
  }
  return gardees;
}

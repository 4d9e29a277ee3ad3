import type { Envoi, PieceJointe } from "../../mail/postier.ts";
import { transaction } from "../../store/connexion.ts";
import { lirePiece } from "../../store/dossier/pieces.ts";
import { signerMaintenant } from "../journal/signer-journal.ts";
import type { Auteur, Maison } from "../maison.ts";
import { donnerPapier } from "../sceau/donner-papier.ts";
import type { Courrier } from "./courrier.ts";
import type { PieceAJoindre } from "./donnees-de-message.ts";

/** Why a message cannot be made: as an attempt to send it that was refused. */
export type RefusDePreparation = Extract<Envoi, { issue: "refuse" }>;

/** Reads the bytes of what goes with a message, now. A content never goes by mail. */
export async function lirePieceAJoindre(
  maison: Maison,
  courrier: Courrier,
  organismeId: string,
  piece: PieceAJoindre,
): Promise<PieceJointe | RefusDePreparation> {
  switch (piece.genre) {
    case "checkpoint":
      return await transaction(maison.base, organismeId, async (tx) => {
        const { texte } = await signerMaintenant(maison, tx);
        return { nom: "journal.txt", typeMedia: "text/plain; charset=utf-8", octets: Buffer.from(texte) };
      });
    case "piece":
      return await transaction(maison.base, organismeId, async (tx) => {
        const lue = await lirePiece(tx, piece.dossierId, piece.piece);
        if (lue === undefined || lue.classe !== "preuve") return ABSENTE;
        return { nom: lue.nom, typeMedia: lue.typeMedia, octets: lue.octets };
      });
    case "papier":
      return await imprimerPapier(maison, courrier, organismeId, piece);
  }
}

async function imprimerPapier(
  maison: Maison,
  courrier: Courrier,
  organismeId: string,
  { reference, papier }: Extract<PieceAJoindre, { genre: "papier" }>,
): Promise<PieceJointe | RefusDePreparation> {
  // An assistant sees every proof and no content: the right limits for what goes by mail.
  const auteur: Auteur = { organismeId, utilisateur: "messages", role: "assistant", intervenant: "" };
  const { imprimer } = courrier;
  const donne = await donnerPapier({ maison, auteur, imprimer }, reference, papier);
  if (donne === undefined) return ABSENTE;
  if ("manque" in donne) return PAS_PRETE;
  return { nom: `${reference}.pdf`, typeMedia: "application/pdf", octets: donne.octets };
}

const ABSENTE: RefusDePreparation = {
  issue: "refuse",
  definitif: true,
  erreur: "Le document à joindre n’existe plus, ou ne part pas par courriel.",
};
const PAS_PRETE: RefusDePreparation = {
  issue: "refuse",
  definitif: false,
  erreur: "Le papier à joindre ne peut pas encore être fait.",
};

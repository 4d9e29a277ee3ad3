import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { preuvesManquantes } from "../../dossier/preuves-attendues.ts";
import type { DossierCharge } from "../charger-dossier.ts";
import { dire } from "../imprimer-papier.ts";
import { PAPIERS } from "../papiers/catalogue.ts";
import type { Papier } from "../papiers/papier.ts";

/** A paper that the control file holds, ready to print. `nom` is its place in the archive. */
export interface PieceComposee {
  nom: string;
  papier: Papier;
  document: DocumentImprimable;
}

export interface PieceManquante {
  libelle: string;
  motif: string | null;
}

export const PAPIERS_DE_CONTROLE: readonly Papier[] = PAPIERS.filter((p) => p.auControle);

/**
 * What a control file of this dossier holds and what it lacks, named: papers that cannot be made, proofs that no fact
 * gives. `temoins` are the journal's lines by name of paper.
 */
export function composerPieces(
  dossier: DossierCharge,
  temoins: ReadonlyMap<string, string>,
): { pieces: PieceComposee[]; manquantes: PieceManquante[] } {
  const pieces: PieceComposee[] = [];
  const manquantes: PieceManquante[] = [];
  const au = dossier.faits.at(-1)?.consigneLe;
  for (const papier of au === undefined ? [] : PAPIERS_DE_CONTROLE) {
    const temoin = temoins.get(papier.nom) ?? null;
    const pret = dire(papier.composer({ dossier, texteDe: () => null, temoin, au: au! }));
    if ("manque" in pret) manquantes.push({ libelle: papier.titre, motif: pret.manque });
    else {
      const rang = String(pieces.length + 1).padStart(2, "0");
      pieces.push({ nom: `pieces/${rang}-${papier.nom}.pdf`, papier, document: pret.document });
    }
  }
  return { pieces, manquantes: [...manquantes, ...preuvesManquantes(dossier.etat)] };
}

import type { Tx } from "../../store/connexion.ts";
import type { CheckpointLu } from "../../store/journal/checkpoints.ts";
import { lirePremierCheckpoint, lireTetesInscrites } from "../../store/journal/inscription.ts";

/** Where a fact stands in the organisation's journal. */
export interface Inscription {
  position: number;
  /** The first signed head that covers it; null for the moment before the next signature. */
  checkpoint: CheckpointLu | null;
}

/** Position of the n-th fact of a dossier and the signed head that vouches for it; null while it waits for its place. */
export async function inscriptionDuFait(tx: Tx, dossierId: string, n: number): Promise<Inscription | null> {
  const tete = (await lireTetesInscrites(tx, dossierId)).find((t) => t.taille >= n);
  if (tete === undefined) return null;
  return { position: tete.position, checkpoint: (await lirePremierCheckpoint(tx, tete.position)) ?? null };
}

/** A checkpoint on one line, for the foot of a paper: the log's name, its size, its root. Signatures stay behind. */
export function ligneDeTemoin(checkpoint: Pick<CheckpointLu, "texte">): string {
  return checkpoint.texte.split("\n").slice(0, 3).join(" ");
}

import type { PreuveJournal } from "../../evidence/tlog-proof.ts";
import type { Tx } from "../connexion.ts";
import { type CheckpointLu, lireCheckpoints } from "./checkpoints.ts";
import { prouverPosition } from "./preuve-journal.ts";

/** One head of a dossier in the log: how many facts it covers, and at which position. */
export interface TeteInscrite {
  readonly taille: number;
  readonly position: number;
}

/** The heads of a dossier that have their position, the oldest first. */
export async function lireTetesInscrites(tx: Tx, dossierId: string): Promise<readonly TeteInscrite[]> {
  return await tx.db
    .selectFrom("journal_entree")
    .select(["taille", "position"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .orderBy("taille")
    .execute();
}

/** The first signed head of the log that covers this position: always the same one, however long the log becomes. */
export function lirePremierCheckpoint(tx: Tx, position: number): Promise<CheckpointLu | undefined> {
  return lireCheckpoints(tx).where("taille", ">", position).orderBy("taille").limit(1).executeTakeFirst();
}

/** What shows that a dossier's head stands in the signed log. */
export interface PreuveDeTete {
  /** The head's text (`formatTete`): the leaf of the log. */
  readonly feuille: string;
  /** How many facts of the dossier this head covers. */
  readonly taille: number;
  readonly preuve: PreuveJournal;
}

/** The head that covers exactly `taille` facts of the dossier, proved under the first checkpoint that covers it; undefined until then. */
export async function prouverTete(
  tx: Tx,
  dossierId: string,
  taille: number,
): Promise<PreuveDeTete | undefined> {
  const entree = await tx.db
    .selectFrom("journal_entree")
    .select(["position", "feuille"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("taille", "=", taille)
    .executeTakeFirst();
  if (entree === undefined) return undefined;
  const checkpoint = await lirePremierCheckpoint(tx, entree.position);
  if (checkpoint === undefined) return undefined;
  return { feuille: entree.feuille, taille, preuve: await prouverPosition(tx, entree.position, checkpoint) };
}

import type { PassationInscrite } from "../../evidence/dossier-controle.ts";
import type { PreuveJournal } from "../../evidence/tlog-proof.ts";
import type { Tx } from "../connexion.ts";
import { type CheckpointLu, lireCheckpoints } from "./checkpoints.ts";
import { lirePassations } from "./passations.ts";
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
    .where("taille", "is not", null)
    .$narrowType<{ taille: number }>()
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
  /** The hand-overs of the signing key so far, the oldest first. */
  readonly passations: readonly PassationInscrite[];
}

/**
 * The head that covers exactly `taille` facts of the dossier, proved under the first checkpoint that covers it and that the
 * key in use has signed; undefined until then. The hand-overs of the key stand under the same checkpoint.
 */
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
  const lues = await lirePassations(tx);
  const checkpoint = await lirePremierCheckpoint(tx, Math.max(entree.position, lues.at(-1)?.position ?? 0));
  if (checkpoint === undefined) return undefined;
  const passations: PassationInscrite[] = [];
  for (const { note, position } of lues) {
    passations.push({ note, preuve: await prouverPosition(tx, position, checkpoint) });
  }
  const preuve = await prouverPosition(tx, entree.position, checkpoint);
  return { feuille: entree.feuille, taille, preuve, passations };
}

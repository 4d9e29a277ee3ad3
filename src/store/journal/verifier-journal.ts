import type { CleVerification } from "../../evidence/cle.ts";
import type { Tx } from "../connexion.ts";
import { verifierDossiers } from "./verifier-dossiers.ts";
import { verifierEntrees } from "./verifier-entrees.ts";

export interface OptionsVerification {
  /** The proof key of a dossier, or undefined when it was destroyed: its trees are then checked without its texts. */
  readonly clePreuve: (dossierId: string) => Promise<Uint8Array | undefined>;
  /** The key that signs the organisation's checkpoints. */
  readonly cle: CleVerification;
}

/** What was looked at, and every thing that is not as it must be, in French. */
export interface BilanDuJournal {
  readonly dossiers: number;
  readonly faits: number;
  readonly entrees: number;
  readonly checkpoints: number;
  readonly constats: readonly string[];
}

/**
 * Checks the whole journal of one organisation against the tables: each fact against its commitment, each dossier's
 * tree against its heads, the log against its stored nodes and its signed checkpoints. Reads page by page; to be run
 * in `transactionDeLecture`. What a checkpoint held elsewhere shows (a log cut with its checkpoints) is beyond it.
 */
export async function verifierJournal(tx: Tx, options: OptionsVerification): Promise<BilanDuJournal> {
  const constats: string[] = [];
  const signaler = (phrase: string) => constats.push(phrase);
  const { entrees, checkpoints } = await verifierEntrees(tx, options.cle, signaler);
  const { dossiers, faits } = await verifierDossiers(tx, options.clePreuve, signaler);
  return { dossiers, faits, entrees, checkpoints, constats };
}

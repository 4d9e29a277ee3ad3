import { signCheckpoint } from "../../evidence/checkpoint.ts";
import type { CleVerification } from "../../evidence/cle.ts";
import { Frontier } from "../../evidence/merkle.ts";
import type { Signer } from "../../evidence/note.ts";
import { type Base, type Tx, transactionDeService } from "../connexion.ts";

/** A signed head of the organisation's log: the number of entries, and the note that vouches for them. */
export interface CheckpointLu {
  readonly taille: number;
  readonly texte: string;
  readonly signeLe: string;
}

/** Signs the log as it stands and keeps the note; gives the one that is there when nothing was added since. */
export async function signerTete(tx: Tx, cle: CleVerification, signer: Signer): Promise<CheckpointLu> {
  const { taille, frontiere } = await tx.db
    .selectFrom("journal_tete")
    .select(["taille", "frontiere"])
    .where("organisme_id", "=", tx.organismeId)
    .executeTakeFirstOrThrow();
  const dernier = await lireDernierCheckpoint(tx);
  if (dernier?.taille === taille) return dernier;
  const racine = Frontier.fromBytes(tx.hasher, taille, frontiere).root();
  // Two processes may sign the same head: their notes are equal, and the first one stays.
  await tx.db
    .insertInto("journal_checkpoint")
    .values({ organisme_id: tx.organismeId, taille, texte: signCheckpoint({ taille, racine }, cle, signer) })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return await lireCheckpoints(tx).where("taille", "=", taille).executeTakeFirstOrThrow();
}

/** The organisations whose log grew since its last signed head. */
export async function organismesASigner(base: Base): Promise<readonly string[]> {
  const lus = await transactionDeService(base, (db) =>
    db
      .selectFrom("journal_tete as t")
      .select("t.organisme_id")
      .where("t.taille", ">", (eb) =>
        eb
          .selectFrom("journal_checkpoint as c")
          .select((c) => c.fn.coalesce(c.fn.max("c.taille"), c.val(0)).as("taille"))
          .whereRef("c.organisme_id", "=", "t.organisme_id"),
      )
      .execute(),
  );
  return lus.map((l) => l.organisme_id);
}

/** The signed head with the most entries, or undefined when the log was never signed. */
function lireDernierCheckpoint(tx: Tx): Promise<CheckpointLu | undefined> {
  return lireCheckpoints(tx).orderBy("taille", "desc").limit(1).executeTakeFirst();
}

/** The signed heads, to be narrowed and ordered by the caller. */
export function lireCheckpoints(tx: Tx) {
  return tx.db
    .selectFrom("journal_checkpoint")
    .select(["taille", "texte", "signe_le as signeLe"])
    .where("organisme_id", "=", tx.organismeId);
}

import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** What is made: the control file of a dossier, or all that is the person's own. */
export type NatureDePreparation = "controle" | "tout";

/** One making of a file, as its row says it. `silence`: seconds since the last word of whoever makes it. */
export interface PreparationLue {
  readonly id: string;
  readonly reference: string;
  readonly etat: "en_cours" | "prete" | "echouee";
  readonly fait: number;
  readonly total: number;
  readonly quoi: string;
  readonly piece: string | null;
  readonly phrase: string | null;
  readonly silence: number;
}

export interface PreparationDemandee {
  readonly id: string;
  readonly nature: NatureDePreparation;
  readonly reference: string;
  /** Ranks of the facts that it does not show, in order. */
  readonly taire: readonly number[];
  readonly quoi: string;
}

/** Seconds without a word after which whoever made it is taken for dead: a paper prints in one or two. */
export const SILENCE = 120;

/**
 * Reserves the making of a file, or gives the id of the one that runs for the same dossier and facts. Ends those whose
 * maker is dead, and forgets those of yesterday, and the person's own file when a new one takes its place.
 */
export async function reserverPreparation(tx: Tx, demande: PreparationDemandee): Promise<string> {
  const { organismeId, db } = tx;
  await db
    .deleteFrom("preparation")
    .where("organisme_id", "=", organismeId)
    .where((eb) =>
      eb.or([
        eb("maj_le", "<", sql<string>`now() - interval '1 day'`),
        eb.and([
          eb("nature", "=", "tout"),
          eb("reference", "=", demande.nature === "tout" ? demande.reference : ""),
          eb("etat", "!=", "en_cours"),
        ]),
      ]),
    )
    .execute();
  await db
    .updateTable("preparation")
    .set({ etat: "echouee" })
    .where("organisme_id", "=", organismeId)
    .where("etat", "=", "en_cours")
    .where("maj_le", "<", sql<string>`now() - make_interval(secs => ${SILENCE})`)
    .execute();
  const taire = [...demande.taire];
  const reservee = await db
    .insertInto("preparation")
    .values({
      organisme_id: organismeId,
      id: demande.id,
      nature: demande.nature,
      reference: demande.reference,
      taire,
      quoi: demande.quoi,
    })
    .onConflict((oc) =>
      oc
        .columns(["organisme_id", "nature", "reference", "taire"])
        .where("etat", "=", "en_cours")
        .doUpdateSet({
          quoi: sql`preparation.quoi`,
        }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return reservee.id;
}

/** Writes how far a making is, or how it ended. */
export async function noterPreparation(
  tx: Tx,
  id: string,
  {
    scelle,
    ...suite
  }: Partial<
    Pick<PreparationLue, "etat" | "fait" | "total" | "quoi" | "piece" | "phrase"> & { scelle: Uint8Array }
  >,
): Promise<void> {
  await tx.db
    .updateTable("preparation")
    .set({ ...suite, ...(scelle === undefined ? {} : { scelle: Buffer.from(scelle) }), maj_le: sql`now()` })
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .execute();
}

/** A making of the last day. */
export function lirePreparation(
  tx: Tx,
  nature: NatureDePreparation,
  id: string,
): Promise<PreparationLue | undefined> {
  return tx.db
    .selectFrom("preparation")
    .select(["id", "reference", "etat", "fait", "total", "quoi", "piece", "phrase"])
    .select(sql<number>`extract(epoch from now() - maj_le)::integer`.as("silence"))
    .where("organisme_id", "=", tx.organismeId)
    .where("nature", "=", nature)
    .where("id", "=", id)
    .where("maj_le", ">=", sql<string>`now() - interval '1 day'`)
    .executeTakeFirst();
}

/** The sealed file of a making that ended with one in its row. */
export async function lireFichierScelle(
  tx: Tx,
  { id, reference }: Pick<PreparationLue, "id" | "reference">,
): Promise<Uint8Array | undefined> {
  const lu = await tx.db
    .selectFrom("preparation")
    .select("scelle")
    .where("organisme_id", "=", tx.organismeId)
    .where("nature", "=", "tout")
    .where("id", "=", id)
    .where("reference", "=", reference)
    .executeTakeFirst();
  return lu?.scelle ?? undefined;
}

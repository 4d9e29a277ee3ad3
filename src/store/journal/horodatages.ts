import { type Base, type Tx, transactionDeService } from "../connexion.ts";

/** The time-stamp that an authority gave to a signed head of the journal. */
export interface HorodatageDuJournal {
  /** Entries of the head that it dates. */
  readonly taille: number;
  /** DER token (RFC 3161) over the text of the checkpoint. */
  readonly jeton: Uint8Array;
  readonly autorite: string;
  readonly politique: string;
  readonly numero: string;
  readonly horodateLe: string;
}

/** The journals whose last signed head waits for the stamp of the day that began at `minuit`. */
export async function journauxAHorodater(
  base: Base,
  minuit: string,
): Promise<{ organismeId: string; taille: number }[]> {
  const [tetes, horodates] = await transactionDeService(base, (db) =>
    Promise.all([
      db
        .selectFrom("journal_checkpoint")
        .select((eb) => ["organisme_id as organismeId", eb.fn.max("taille").as("taille")])
        .where("taille", ">", 0)
        .groupBy("organisme_id")
        .orderBy("organisme_id")
        .execute(),
      db
        .selectFrom("journal_horodatage")
        .select((eb) => [
          "organisme_id as id",
          eb.fn.max("taille").as("taille"),
          eb.fn.max("demande_le").as("le"),
        ])
        .groupBy("organisme_id")
        .execute(),
    ]),
  );
  const dernier = new Map(horodates.map((h) => [h.id, h]));
  return tetes.filter(({ organismeId, taille }) => {
    const h = dernier.get(organismeId);
    return h === undefined || (h.taille < taille && h.le < minuit);
  });
}

/** Keeps a stamp; the first one stays when two processes asked for the same head. */
export async function ecrireHorodatage(tx: Tx, h: HorodatageDuJournal, demandeLe: string): Promise<void> {
  await tx.db
    .insertInto("journal_horodatage")
    .values({
      organisme_id: tx.organismeId,
      taille: h.taille,
      jeton: Buffer.from(h.jeton),
      autorite: h.autorite,
      politique: h.politique,
      numero: h.numero,
      horodate_le: h.horodateLe,
      demande_le: demandeLe,
    })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** The stamps, with the text that each dates, to be narrowed and ordered by the caller. */
function horodatages(tx: Tx) {
  return tx.db
    .selectFrom("journal_horodatage as h")
    .innerJoin("journal_checkpoint as c", (j) =>
      j.onRef("c.organisme_id", "=", "h.organisme_id").onRef("c.taille", "=", "h.taille"),
    )
    .select([
      "h.taille",
      "h.jeton",
      "h.autorite",
      "h.politique",
      "h.numero",
      "h.horodate_le as horodateLe",
      "c.texte as checkpoint",
    ])
    .where("h.organisme_id", "=", tx.organismeId);
}

/** The time-stamp of the head of that size; undefined when there is none. */
export function lireHorodatage(tx: Tx, taille: number) {
  return horodatages(tx).where("h.taille", "=", taille).executeTakeFirst();
}

/** The time-stamp of the longest log that was stamped; undefined before the first. */
export function lireDernierHorodatage(tx: Tx) {
  return horodatages(tx).orderBy("h.taille", "desc").limit(1).executeTakeFirst();
}

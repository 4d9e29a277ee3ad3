import type { Tx } from "../connexion.ts";

/** The dossiers that came first into the organisation's log, in that order, at most `combien`. */
export async function premiersDossiers(
  tx: Tx,
  combien: number,
): Promise<readonly { readonly reference: string; readonly conseiller: string }[]> {
  return await tx.db
    .selectFrom("dossier as d")
    .innerJoin(
      (eb) =>
        eb
          .selectFrom("journal_entree")
          .select((e) => ["dossier_id", e.fn.min("position").as("position")])
          .where("organisme_id", "=", tx.organismeId)
          // What is written first has few facts: nobody need walk the whole log for it.
          .where("taille", "=", 1)
          .groupBy("dossier_id")
          .orderBy("position")
          .limit(combien)
          .as("e"),
      (j) => j.onRef("e.dossier_id", "=", "d.id"),
    )
    .select(["d.reference", "d.conseiller"])
    .where("d.organisme_id", "=", tx.organismeId)
    .orderBy("e.position")
    .execute();
}

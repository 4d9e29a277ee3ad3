import type { Tx } from "../connexion.ts";

/** Days that a new member has to set a second factor, unless the organisation says otherwise. */
const DELAI_USUEL = 30;

/** How many days after his arrival a member must have a second factor. */
export async function lireDelaiSecondFacteur(tx: Tx): Promise<number> {
  const lu = await tx.db
    .selectFrom("reglage_acces")
    .select("delai_second_facteur as delai")
    .where("organisme_id", "=", tx.organismeId)
    .executeTakeFirst();
  return lu?.delai ?? DELAI_USUEL;
}

/** Sets after how many days from his arrival a member must have a second factor. */
export async function ecrireDelaiSecondFacteur(tx: Tx, delai: number): Promise<void> {
  await tx.db
    .insertInto("reglage_acces")
    .values({ organisme_id: tx.organismeId, delai_second_facteur: delai })
    .onConflict((oc) => oc.column("organisme_id").doUpdateSet({ delai_second_facteur: delai }))
    .execute();
}

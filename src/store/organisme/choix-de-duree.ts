import type { Tx } from "../connexion.ts";

/** What the organisation decided of the durations that no text gives; undefined until it does. */
export async function lireChoix(tx: Tx) {
  return await tx.db
    .selectFrom("choix_de_duree")
    .select(["sans_suite as sansSuite", "preuves_lues as preuvesLues", "factures"])
    .where("organisme_id", "=", tx.organismeId)
    .executeTakeFirst();
}

/** Writes it over what was decided before, with who decided and when (UTC ISO). */
export async function ecrireChoix(
  tx: Tx,
  choix: { sansSuite: number | null; preuvesLues: boolean; factures: boolean },
  { quand, utilisateur }: { quand: string; utilisateur: string },
): Promise<void> {
  const ligne = {
    sans_suite: choix.sansSuite,
    preuves_lues: choix.preuvesLues,
    factures: choix.factures,
    quand,
    utilisateur,
  };
  await tx.db
    .insertInto("choix_de_duree")
    .values({ organisme_id: tx.organismeId, ...ligne })
    .onConflict((oc) => oc.column("organisme_id").doUpdateSet(ligne))
    .execute();
}

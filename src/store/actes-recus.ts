import type { Tx } from "./connexion.ts";

/**
 * Claims a form's one-time key. The answer of the first sending when it was already used; undefined when it is ours.
 * Two sendings at once wait for one another on the primary key.
 */
export async function reserverActe(tx: Tx, cle: string, utilisateur: string): Promise<object | undefined> {
  const prise = await tx.db
    .insertInto("acte_recu")
    .values({ organisme_id: tx.organismeId, cle, utilisateur, reponse: JSON.stringify({}) })
    .onConflict((oc) => oc.columns(["organisme_id", "cle"]).doNothing())
    .executeTakeFirst();
  if (prise.numInsertedOrUpdatedRows === 1n) return undefined;
  const deja = await tx.db
    .selectFrom("acte_recu")
    .select("reponse")
    .where("organisme_id", "=", tx.organismeId)
    .where("cle", "=", cle)
    .where("utilisateur", "=", utilisateur)
    .executeTakeFirst();
  return deja?.reponse ?? {};
}

/** Keeps the answer of the act under its key, for a second sending of the same form. */
export async function noterReponse(tx: Tx, cle: string, reponse: object): Promise<void> {
  await tx.db
    .updateTable("acte_recu")
    .set({ reponse: JSON.stringify(reponse) })
    .where("organisme_id", "=", tx.organismeId)
    .where("cle", "=", cle)
    .execute();
}

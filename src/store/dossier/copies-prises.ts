import type { Tx } from "../connexion.ts";

export type CopiePrise = "tout" | "synthese";

/** Notes that the person took this copy; `quand` is a UTC ISO text. */
export async function noterCopie(
  tx: Tx,
  c: { dossierId: string; quand: string; quoi: CopiePrise },
): Promise<void> {
  await tx.db
    .insertInto("copie_prise")
    .values({ organisme_id: tx.organismeId, dossier_id: c.dossierId, quand: c.quand, quoi: c.quoi })
    .execute();
}

/** The last time that she took a copy; undefined when she never did. */
export function derniereCopie(tx: Tx, dossierId: string) {
  return tx.db
    .selectFrom("copie_prise")
    .select(["quand", "quoi"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
}

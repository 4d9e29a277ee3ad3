import type { Tx } from "../connexion.ts";

/** Who changed a membership, and how; `quoi` is a French sentence without its end. */
export interface ChangementDeMembre {
  quand: string;
  nom: string;
  quoi: string;
}

/** Notes what was changed of a member, by whom; `quoi` says it in French. */
export async function noterChangement(
  tx: Tx,
  changement: { utilisateur: string; nom: string; membre: string; quoi: string },
): Promise<void> {
  await tx.db
    .insertInto("membre_changement")
    .values({ organisme_id: tx.organismeId, ...changement })
    .execute();
}

/** The last changes, the latest first. */
export async function lireChangementsDeMembres(tx: Tx, combien: number): Promise<ChangementDeMembre[]> {
  return await tx.db
    .selectFrom("membre_changement")
    .select(["quand", "nom", "quoi"])
    .where("organisme_id", "=", tx.organismeId)
    .orderBy("n", "desc")
    .limit(combien)
    .execute();
}

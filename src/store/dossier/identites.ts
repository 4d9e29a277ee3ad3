import type { Tx } from "../connexion.ts";

/** One correction of a person's identity: the fields that changed, before and after. `n` is the rank of its fact. */
export interface ChangementDIdentite {
  n: number;
  quand: string;
  utilisateur: string;
  /** Name of who changed it, as his account said it that day. */
  nom: string;
  avant: object;
  apres: object;
}

/** Notes a correction beside the journal, which names nobody. */
export async function noterChangementDIdentite(
  tx: Tx,
  dossierId: string,
  { avant, apres, ...reste }: ChangementDIdentite,
): Promise<void> {
  await tx.db
    .insertInto("identite_changement")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: dossierId,
      ...reste,
      avant: JSON.stringify(avant),
      apres: JSON.stringify(apres),
    })
    .execute();
}

/** The corrections of one dossier's identity, the last first. */
export async function lireChangementsDIdentite(tx: Tx, dossierId: string): Promise<ChangementDIdentite[]> {
  return await tx.db
    .selectFrom("identite_changement")
    .select(["n", "quand", "utilisateur", "nom", "avant", "apres"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .orderBy("n", "desc")
    .execute();
}

import type { Tx } from "./connexion.ts";

/** Identity and status of the person, as the row of the dossier holds them; undefined for an unknown dossier. */
export async function lireBeneficiaire(tx: Tx, dossierId: string): Promise<object | undefined> {
  const ligne = await tx.db
    .selectFrom("dossier")
    .select("beneficiaire")
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", dossierId)
    .executeTakeFirst();
  return ligne?.beneficiaire;
}

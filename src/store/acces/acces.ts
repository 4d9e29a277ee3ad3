import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

export type RoleDePersonne = "beneficiaire" | "employeur";

/** Somebody's door to one dossier; `fin` is null while it is open. `nom` and `courriel` are those of his account. */
export interface AccesLu {
  utilisateurId: string;
  nom: string;
  courriel: string;
  role: RoleDePersonne;
  depuis: string;
  fin: string | null;
}

/** Opens a door, or opens it again. */
export async function donnerAcces(
  tx: Tx,
  { dossierId, utilisateurId, role }: { dossierId: string; utilisateurId: string; role: RoleDePersonne },
): Promise<void> {
  await tx.db
    .insertInto("acces_dossier")
    .values({ organisme_id: tx.organismeId, dossier_id: dossierId, utilisateur_id: utilisateurId, role })
    .onConflict((oc) =>
      oc
        .columns(["organisme_id", "dossier_id", "utilisateur_id"])
        .doUpdateSet({ role, fin: null, depuis: sql`now()` }),
    )
    .execute();
}

/** Closes the doors of this role: the very next page asked through them is refused. Gives how many were open. */
export async function retirerAcces(tx: Tx, dossierId: string, role: RoleDePersonne): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable("acces_dossier")
    .set({ fin: sql`now()` })
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("role", "=", role)
    .where("fin", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function lireAcces(tx: Tx, dossierId: string): Promise<AccesLu[]> {
  return await tx.db
    .selectFrom("acces_lu")
    .select(["utilisateur_id as utilisateurId", "nom", "courriel", "role", "depuis", "fin"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .orderBy("depuis")
    .execute();
}

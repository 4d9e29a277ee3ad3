import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

export type RoleDePersonne = "beneficiaire" | "employeur";

/**
 * Somebody's door to one dossier; `fin` is null while it is open. `courriel` is that of his account, `nom` what he is
 * called here: as the dossier says, or as the organisation wrote it.
 */
export interface AccesLu {
  utilisateurId: string;
  nom: string;
  courriel: string;
  role: RoleDePersonne;
  depuis: string;
  fin: string | null;
}

/** Opens a door, or opens it again. `nom`: what the organisation calls him, when he is not the person of the dossier. */
export async function donnerAcces(
  tx: Tx,
  {
    dossierId,
    utilisateurId,
    role,
    nom = null,
  }: { dossierId: string; utilisateurId: string; role: RoleDePersonne; nom?: string | null },
): Promise<void> {
  await tx.db
    .insertInto("acces_dossier")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: dossierId,
      utilisateur_id: utilisateurId,
      role,
      nom_donne: nom,
    })
    .onConflict((oc) =>
      oc
        .columns(["organisme_id", "dossier_id", "utilisateur_id"])
        .doUpdateSet({ role, nom_donne: nom, fin: null, depuis: sql`now()` }),
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

/** Every door that was opened on a dossier, closed ones included, the oldest first. */
export async function lireAcces(tx: Tx, dossierId: string): Promise<AccesLu[]> {
  return await tx.db
    .selectFrom("acces_lu as a")
    .innerJoin("dossier as d", (j) =>
      j.onRef("d.organisme_id", "=", "a.organisme_id").onRef("d.id", "=", "a.dossier_id"),
    )
    .select([
      "a.utilisateur_id as utilisateurId",
      sql<string>`case a.role when 'beneficiaire' then d.nom_affiche else coalesce(a.nom_donne, a.courriel) end`.as(
        "nom",
      ),
      "a.courriel",
      "a.role",
      "a.depuis",
      "a.fin",
    ])
    .where("a.organisme_id", "=", tx.organismeId)
    .where("a.dossier_id", "=", dossierId)
    .orderBy("a.depuis")
    .execute();
}

import type pg from "pg";
import type { Membre } from "./session-lue.ts";

/** Makes a person one of those who work for an organisation. */
export async function ajouterMembre(
  pool: pg.Pool,
  utilisateurId: string,
  membre: Omit<Membre, "organisme">,
): Promise<void> {
  await pool.query(
    "insert into membre (organisme_id, utilisateur_id, role, intervenant) values ($1, $2, $3, $4)",
    [membre.organismeId, utilisateurId, membre.role, membre.intervenant],
  );
}

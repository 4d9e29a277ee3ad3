import type pg from "pg";
import type { Role } from "../dossier/acte.ts";

/** What a person is in an organisation, and which intervenant. */
export interface Membre {
  organismeId: string;
  role: Role;
  intervenant: string;
}

/** The organisation that a signed-in person works for; null when he belongs to none (any more). */
export async function membreDe(pool: pg.Pool, utilisateurId: string): Promise<Membre | null> {
  const { rows } = await pool.query<{ organisme_id: string; role: Role; intervenant: string }>(
    "select organisme_id, role, intervenant from membre where utilisateur_id = $1 order by organisme_id limit 1",
    [utilisateurId],
  );
  const membre = rows[0];
  return membre === undefined
    ? null
    : { organismeId: membre.organisme_id, role: membre.role, intervenant: membre.intervenant };
}

export async function ajouterMembre(pool: pg.Pool, utilisateurId: string, membre: Membre): Promise<void> {
  await pool.query(
    "insert into membre (organisme_id, utilisateur_id, role, intervenant) values ($1, $2, $3, $4)",
    [membre.organismeId, utilisateurId, membre.role, membre.intervenant],
  );
}

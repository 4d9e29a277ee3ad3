import type pg from "pg";

/**
 * Holds a session to one place. The organisation may see the link that it sends: what that link opens must be no more
 * than the door that it gives, whatever else the account may enter.
 */
export async function restreindreSession(
  pool: pg.Pool,
  jeton: string,
  { organismeId, dossierId }: { organismeId: string; dossierId: string | null },
): Promise<void> {
  await pool.query(
    "update session set restreinte = true, organisme_id = $2, dossier_id = $3 where token = $1",
    [jeton, organismeId, dossierId],
  );
}

import type pg from "pg";

/** Takes away sessions, one-use links and session codes that ended before this moment. */
export async function effacerEntreesFinies(pool: pg.Pool, maintenant: string): Promise<void> {
  await pool.query(`delete from session where "expiresAt" < $1::timestamptz - interval '1 day'`, [
    maintenant,
  ]);
  await pool.query(`delete from lien_secret where expire_le < $1::timestamptz - interval '1 day'`, [
    maintenant,
  ]);
  await pool.query(`delete from code_de_seance where expire_le < $1::timestamptz - interval '1 day'`, [
    maintenant,
  ]);
}

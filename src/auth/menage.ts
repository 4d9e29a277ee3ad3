import type pg from "pg";

/** Takes away sessions, one-use links and session codes that ended a day ago, by the clock that ended them. */
export async function effacerEntreesFinies(pool: pg.Pool): Promise<void> {
  await pool.query(`delete from session where "expiresAt" < now() - interval '1 day'`);
  await pool.query("delete from lien_secret where expire_le < now() - interval '1 day'");
  await pool.query("delete from code_de_seance where expire_le < now() - interval '1 day'");
}

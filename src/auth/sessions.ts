import type pg from "pg";

/** A living session, as its owner is told. */
export interface SessionOuverte {
  id: string;
  agent: string;
  /** Network that it was opened from; empty when unknown. */
  reseau: string;
  ouverteLe: string;
  /** The one that asks. */
  celleCi: boolean;
}

/** Sessions that open everything the account may enter; those that an organisation's link opened belong to that link. */
export async function listerSessions(
  pool: pg.Pool,
  utilisateurId: string,
  jeton: string,
): Promise<SessionOuverte[]> {
  const { rows } = await pool.query<SessionOuverte>(
    `select id, coalesce("userAgent", '') as agent, coalesce("ipAddress", '') as reseau,
        "createdAt" as "ouverteLe", token = $2 as "celleCi"
      from session where "userId" = $1 and "expiresAt" > now()
      order by token = $2 desc, "createdAt" desc`,
    [utilisateurId, jeton],
  );
  return rows;
}

/** Closes one session of that person: the very next page asked through it is refused. */
export async function fermerSession(pool: pg.Pool, utilisateurId: string, id: string): Promise<void> {
  await pool.query(`delete from session where "userId" = $1 and id::text = $2`, [utilisateurId, id]);
}

/** Closes all but the one that asks. */
export async function fermerLesAutres(pool: pg.Pool, utilisateurId: string, jeton: string): Promise<void> {
  await pool.query(`delete from session where "userId" = $1 and token <> $2`, [utilisateurId, jeton]);
}

/** Marks a session that a link of its owner opened: for a while it may change a forgotten passphrase. */
export async function marquerParLien(pool: pg.Pool, jeton: string): Promise<void> {
  await pool.query("update session set par_lien = true where token = $1", [jeton]);
}

/** Marks a session that an identity provider opened. */
export async function marquerParReseau(pool: pg.Pool, jeton: string): Promise<void> {
  await pool.query("update session set par_reseau = true where token = $1", [jeton]);
}

/** Lends the device of a session: until it is taken back it opens that page alone (`null`: taken back). */
export async function preterSession(pool: pg.Pool, jeton: string, chemin: string | null): Promise<void> {
  await pool.query("update session set pretee = $2 where token = $1", [jeton, chemin]);
}

/** Whether the session was opened by a link less than a quarter of an hour ago. */
export async function vientDUnLien(pool: pg.Pool, jeton: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select 1 from session where token = $1 and par_lien and "createdAt" > now() - interval '15 minutes'`,
    [jeton],
  );
  return rowCount === 1;
}

import type pg from "pg";

/** Somebody of an identity provider: who answers for him, and his name there. */
export interface IdentiteReseau {
  emetteur: string;
  sujet: string;
}

/**
 * Binds an account to one person of the provider, at its first entry. False when the account is bound to somebody else
 * there, or this person to another account: an address changes hands, and the account must not.
 */
export async function lierIdentite(
  pool: pg.Pool,
  { emetteur, sujet }: IdentiteReseau,
  utilisateurId: string,
): Promise<boolean> {
  await pool.query(
    `insert into identite_reseau (emetteur, sujet, utilisateur_id) values ($1, $2, $3)
      on conflict do nothing`,
    [emetteur, sujet, utilisateurId],
  );
  const { rowCount } = await pool.query(
    "select from identite_reseau where emetteur = $1 and sujet = $2 and utilisateur_id = $3",
    [emetteur, sujet, utilisateurId],
  );
  return rowCount === 1;
}

/** When this account was bound to that provider; null when it is not. */
export async function identiteLieeLe(
  pool: pg.Pool,
  emetteur: string,
  utilisateurId: string,
): Promise<string | null> {
  const { rows } = await pool.query<{ le: string }>(
    "select liee_le as le from identite_reseau where emetteur = $1 and utilisateur_id = $2",
    [emetteur, utilisateurId],
  );
  return rows[0]?.le ?? null;
}

/** Frees the account: the next person of the provider who proves its address is bound to it. */
export async function delierIdentite(pool: pg.Pool, emetteur: string, utilisateurId: string): Promise<void> {
  await pool.query("delete from identite_reseau where emetteur = $1 and utilisateur_id = $2", [
    emetteur,
    utilisateurId,
  ]);
}

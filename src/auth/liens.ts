import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";

/**
 * What a secret link opens: a session of the account, or the one place that an organisation gave. `dossierId` is null
 * for an auditor, whose place is no single dossier.
 */
export type Lien = { utilisateurId: string } & (
  | { usage: "connexion" }
  | { usage: "espace"; organismeId: string; dossierId: string | null }
);

/** How long each kind of link lives, in seconds. */
export const DUREE_DES_LIENS = { connexion: 15 * 60, espace: 7 * 86_400 } as const;

// 256 random bits, which nobody guesses: only their hash is kept, so a copy of the table opens nothing.
export const empreinteDe = (jeton: string) => createHash("sha256").update(jeton).digest();

/** A new secret for a link, and the hash that is kept of it. */
export function nouveauJeton(): { jeton: string; empreinte: Buffer } {
  const jeton = randomBytes(32).toString("base64url");
  return { jeton, empreinte: empreinteDe(jeton) };
}

/** Makes a link that works once; gives its secret, which is kept nowhere here. */
export async function creerLien(pool: pg.Pool, lien: Lien): Promise<string> {
  const { jeton, empreinte } = nouveauJeton();
  const [organismeId, dossierId] =
    lien.usage === "espace" ? [lien.organismeId, lien.dossierId] : [null, null];
  await pool.query(
    `insert into lien_secret (empreinte, utilisateur_id, usage, organisme_id, dossier_id, expire_le)
     values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
    [empreinte, lien.utilisateurId, lien.usage, organismeId, dossierId, DUREE_DES_LIENS[lien.usage]],
  );
  return jeton;
}

interface Ligne {
  utilisateur_id: string;
  usage: Lien["usage"];
  organisme_id: string;
  dossier_id: string | null;
}

function lire(ligne: Ligne | undefined): Lien | null {
  if (ligne === undefined) return null;
  const { utilisateur_id: utilisateurId, usage, organisme_id: organismeId, dossier_id: dossierId } = ligne;
  return usage === "connexion" ? { utilisateurId, usage } : { utilisateurId, usage, organismeId, dossierId };
}

/** Whether a link would still open; reading a mail does not use it up. */
export async function lienVivant(pool: pg.Pool, jeton: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    "select 1 from lien_secret where empreinte = $1 and utilise_le is null and expire_le > now()",
    [empreinteDe(jeton)],
  );
  if (rowCount === 1) return true;
  await perimer(pool, jeton);
  return false;
}

/** A link that was seen too old once stays so: a clock that is put back revives none. */
async function perimer(pool: pg.Pool, jeton: string): Promise<void> {
  await pool.query(
    "update lien_secret set utilise_le = now() where empreinte = $1 and utilise_le is null and expire_le <= now()",
    [empreinteDe(jeton)],
  );
}

/** Uses a link up: of two at once, one gets it. null when it is unknown, used or too old. */
export async function consommerLien(pool: pg.Pool, jeton: string): Promise<Lien | null> {
  const { rows } = await pool.query<Ligne>(
    `update lien_secret set utilise_le = now()
      where empreinte = $1 and utilise_le is null and expire_le > now()
      returning utilisateur_id, usage, organisme_id, dossier_id`,
    [empreinteDe(jeton)],
  );
  if (rows.length === 0) await perimer(pool, jeton);
  return lire(rows[0]);
}

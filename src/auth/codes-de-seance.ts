import { createHash, randomBytes, randomInt } from "node:crypto";
import type pg from "pg";

/** The session that a shown code stands for, and the device that showed it. */
export interface CodeDeSeance {
  organismeId: string;
  dossierId: string;
  reference: string;
  seance: string;
  appareil: string;
}

/** What the counsellor's page shows: the secret of the square, six figures, and how long they live. */
export interface CodeMontre {
  jeton: string;
  code: string;
  minutes: number;
}

const MINUTES = 10;
/** Wrong figures that a code stands before it dies: one in a hundred thousand guesses it. */
const ESSAIS = 10;

const empreinteDe = (jeton: string) => createHash("sha256").update(jeton).digest();

/** Makes a code for one session; an earlier one for the same session dies. */
export async function montrerCode(pool: pg.Pool, c: CodeDeSeance): Promise<CodeMontre> {
  const jeton = randomBytes(16).toString("base64url");
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await pool.query(
    `insert into code_de_seance (empreinte, organisme_id, dossier_id, reference, seance, code, appareil, expire_le)
     values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(mins => $8))
     on conflict (organisme_id, dossier_id, seance) do update set empreinte = excluded.empreinte,
       code = excluded.code, appareil = excluded.appareil, expire_le = excluded.expire_le, essais = 0`,
    [empreinteDe(jeton), c.organismeId, c.dossierId, c.reference, c.seance, code, c.appareil, MINUTES],
  );
  return { jeton, code, minutes: MINUTES };
}

const COLONNES = `organisme_id as "organismeId", dossier_id as "dossierId", reference, seance, appareil`;

/** The session behind a photographed square; null when it is unknown or its time is over. */
export async function lireCode(pool: pg.Pool, jeton: string): Promise<CodeDeSeance | null> {
  const { rows } = await pool.query<CodeDeSeance>(
    `select ${COLONNES} from code_de_seance where empreinte = $1 and expire_le > now()`,
    [empreinteDe(jeton)],
  );
  return rows[0] ?? null;
}

/** The session of this dossier whose six figures these are; each wrong answer counts against every code of the dossier. */
export async function lireCodeTape(
  pool: pg.Pool,
  dossier: { organismeId: string; reference: string },
  code: string,
): Promise<CodeDeSeance | null> {
  const { rows } = await pool.query<CodeDeSeance & { juste: boolean }>(
    `update code_de_seance set essais = essais + case when code = $3 then 0 else 1 end
      where organisme_id = $1 and reference = $2 and expire_le > now() and essais < ${ESSAIS}
      returning ${COLONNES}, code = $3 as juste`,
    [dossier.organismeId, dossier.reference, code],
  );
  const trouve = rows.find((r) => r.juste);
  if (trouve === undefined) return null;
  const { juste: _juste, ...reste } = trouve;
  return reste;
}

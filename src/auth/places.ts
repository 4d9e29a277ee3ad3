import type pg from "pg";

/**
 * Somewhere that an account enters: an organisation that it works for, the one dossier that it has a door to, or what
 * an organisation shows to an auditor.
 */
export interface Place {
  organismeId: string;
  dossierId: string | null;
  role: string;
}

const PAR_RESEAU = "exists (select from session where token = $2 and par_reseau)";

const PLACES = `
  select organisme_id as "organismeId", null::uuid as "dossierId", role, 0 as rang from membre
    where utilisateur_id = $1 and depuis is not null and fin is null
  union all
  select organisme_id, dossier_id, role, 1 from acces_dossier
    where utilisateur_id = $1 and fin is null and rattachee and not ${PAR_RESEAU}
  union
  select x.organisme_id, null, 'auditeur', 2 from audit_auditeur x
    join audit t on t.organisme_id = x.organisme_id and t.id = x.audit_id
    where x.utilisateur_id = $1 and t.clos_le is null and x.rattachee and not ${PAR_RESEAU}
  order by rang, "organismeId", "dossierId"`;

/** Who asks, and the session through which he does; an empty token is none. */
interface QuiEntre {
  utilisateurId: string;
  jeton: string;
}

/** The places that an account enters through a session, those that it works for first, audits last. */
export async function listerPlaces(
  client: Pick<pg.ClientBase, "query">,
  { utilisateurId, jeton }: QuiEntre,
): Promise<Place[]> {
  const { rows } = await client.query<Place & { rang: number }>(PLACES, [utilisateurId, jeton]);
  return rows.map(({ rang, ...place }) => place);
}

const PORTE = `
  select exists (select from acces_dossier where utilisateur_id = $1 and fin is null)
    or exists (select from audit_auditeur x join audit t on t.organisme_id = x.organisme_id and t.id = x.audit_id
      where x.utilisateur_id = $1 and t.clos_le is null) as porte`;

/** Whether an account opens something for the person herself, and not for the organisation that she works for. */
export async function aUnePorte(pool: pg.Pool, utilisateurId: string): Promise<boolean> {
  const { rows } = await pool.query<{ porte: boolean }>(PORTE, [utilisateurId]);
  return rows[0]?.porte === true;
}

/** Keeps on a session the place that it enters. False when it is none of this account's. */
export async function choisirPlace(
  pool: pg.Pool,
  qui: QuiEntre,
  choisie: Pick<Place, "organismeId" | "dossierId">,
): Promise<boolean> {
  const sienne = (await listerPlaces(pool, qui)).some(
    (p) => p.organismeId === choisie.organismeId && p.dossierId === choisie.dossierId,
  );
  if (!sienne) return false;
  const { rowCount } = await pool.query(
    "update session set organisme_id = $2, dossier_id = $3 where token = $1 and not restreinte",
    [qui.jeton, choisie.organismeId, choisie.dossierId],
  );
  return rowCount === 1;
}

/**
 * Makes a door one of the account's own: whoever shows its link and is in by his own means holds both. `dossierId` is
 * null for audits.
 */
export async function rattacherPorte(
  pool: pg.Pool,
  {
    utilisateurId,
    organismeId,
    dossierId,
  }: { utilisateurId: string } & Pick<Place, "organismeId" | "dossierId">,
): Promise<void> {
  await pool.query("select probant_rattacher_porte($1, $2, $3)", [utilisateurId, organismeId, dossierId]);
}

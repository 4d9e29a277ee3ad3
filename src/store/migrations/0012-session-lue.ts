import { type Kysely, sql } from "kysely";

/**
 * What every page asks before anything else: the living session of a token, whose it is, and the organisation that he
 * works for. Accounts lie outside row-level security and organisations inside: within the call, it takes the role and
 * the organisation of a request, whoever owns the tables. No row when nobody is signed in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_session(p_jeton text, out expire_le timestamptz, out utilisateur_id uuid,
    out nom text, out courriel text, out organisme_id uuid, out role text, out intervenant text, out organisme jsonb
  ) returns setof record language plpgsql as $$
  begin
    select s."expiresAt", u.id, u.name, u.email, m.organisme_id, m.role, m.intervenant
      into expire_le, utilisateur_id, nom, courriel, organisme_id, role, intervenant
      from session s
        join utilisateur u on u.id = s."userId"
        left join membre m on m.utilisateur_id = u.id
      where s.token = p_jeton and s."expiresAt" > now()
      order by m.organisme_id limit 1;
    if not found then
      return;
    end if;
    if organisme_id is not null then
      perform set_config('role', 'probant_app', true), set_config('probant.organisme', organisme_id::text, true);
      select o.donnees into organisme from organisme o where o.id = organisme_id;
    end if;
    return next;
  end $$`.execute(db);
}

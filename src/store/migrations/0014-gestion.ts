import { type Kysely, sql } from "kysely";
import { figer, isoler } from "./isoler.ts";

/**
 * Who manages an organisation, and what was changed in it. Until now only the founding made members: all of those
 * counsellors are founders. The function of 0012 gives one column more, so it is made anew; its body is otherwise that
 * of 0012.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table membre add column gere boolean not null default false`.execute(db);
  await sql`update membre set gere = true where role = 'conseiller'`.execute(db);
  await sql`drop function probant_session(text)`.execute(db);
  await sql`create function probant_session(p_jeton text, out expire_le timestamptz, out utilisateur_id uuid,
    out nom text, out courriel text, out organisme_id uuid, out role text, out intervenant text, out gere boolean,
    out organisme jsonb
  ) returns setof record language plpgsql as $$
  begin
    select s."expiresAt", u.id, u.name, u.email, m.organisme_id, m.role, m.intervenant, m.gere
      into expire_le, utilisateur_id, nom, courriel, organisme_id, role, intervenant, gere
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
  await creerChangements(db);
}

/** One row a change, under the version that it gave: what the changed parts were, and what they became. */
async function creerChangements(db: Kysely<unknown>): Promise<void> {
  await sql`create table organisme_changement (
    organisme_id uuid not null references organisme (id),
    version integer not null,
    quand timestamptz not null default now(),
    utilisateur text not null,
    nom text not null,
    quoi text not null,
    avant jsonb not null,
    apres jsonb not null,
    primary key (organisme_id, version)
  )`.execute(db);
  await isoler(db, "organisme_changement", "select, insert");
  await figer(db, "organisme_changement");
}

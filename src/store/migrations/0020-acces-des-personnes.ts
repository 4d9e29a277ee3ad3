import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * People who have a door to one dossier: the person herself, her employer. A session may be held to one such door, when
 * it was opened by a link that the organisation sent; and a person who has several places chooses one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table acces_dossier (
    organisme_id uuid not null,
    dossier_id uuid not null,
    utilisateur_id uuid not null,
    role text not null check (role in ('beneficiaire', 'employeur')),
    depuis timestamptz not null default now(),
    fin timestamptz,
    primary key (organisme_id, dossier_id, utilisateur_id),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "acces_dossier", "select, insert, update");
  // The session is read before any organisation is known, by whoever owns the tables.
  await sql`do $$ begin
    execute format('create policy session on acces_dossier for select to %I using (true)', current_user);
  end $$`.execute(db);
  await sql`create index acces_dossier_utilisateur on acces_dossier (utilisateur_id)`.execute(db);
  await sql`create table lien_secret (
    empreinte bytea primary key check (octet_length(empreinte) = 32),
    utilisateur_id uuid not null references utilisateur (id) on delete cascade,
    usage text not null check (usage in ('connexion', 'espace')),
    organisme_id uuid,
    dossier_id uuid,
    cree_le timestamptz not null default now(),
    expire_le timestamptz not null,
    utilise_le timestamptz
  )`.execute(db);
  await sql`alter table session add column organisme_id uuid, add column dossier_id uuid,
    add column restreinte boolean not null default false`.execute(db);
  await sql`drop function probant_session(text)`.execute(db);
  await creerFonction(db);
}

function creerFonction(db: Kysely<unknown>) {
  return sql`create function probant_session(p_jeton text, out expire_le timestamptz, out utilisateur_id uuid,
    out nom text, out courriel text, out organisme_id uuid, out role text, out intervenant text, out gere boolean,
    out dossier_id uuid, out dossier text, out restreinte boolean, out organisme jsonb
  ) returns setof record language plpgsql as $$
  begin
    select s."expiresAt", u.id, u.name, u.email, p.organisme_id, p.role, p.intervenant, p.gere, p.dossier_id,
        s.restreinte
      into expire_le, utilisateur_id, nom, courriel, organisme_id, role, intervenant, gere, dossier_id, restreinte
      from session s
        join utilisateur u on u.id = s."userId"
        left join lateral (
          select m.organisme_id, null::uuid as dossier_id, m.role, m.intervenant, m.gere, 0 as rang
            from membre m where m.utilisateur_id = u.id and not s.restreinte
          union all
          select a.organisme_id, a.dossier_id, a.role, '', false, 1
            from acces_dossier a
            where a.utilisateur_id = u.id and a.fin is null
              and (not s.restreinte or (a.organisme_id = s.organisme_id and a.dossier_id = s.dossier_id))
        ) p on true
      where s.token = p_jeton and s."expiresAt" > now()
      order by (p.organisme_id = s.organisme_id and p.dossier_id is not distinct from s.dossier_id) desc nulls last,
        p.rang, p.organisme_id, p.dossier_id
      limit 1;
    if not found then
      return;
    end if;
    if organisme_id is not null then
      perform set_config('role', 'probant_app', true), set_config('probant.organisme', organisme_id::text, true);
      select o.donnees into organisme from organisme o where o.id = organisme_id;
      if dossier_id is not null then
        select d.reference into dossier from dossier d where d.organisme_id = probant_session.organisme_id
          and d.id = probant_session.dossier_id;
      end if;
    end if;
    return next;
  end $$`.execute(db);
}

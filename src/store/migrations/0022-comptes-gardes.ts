import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * What keeps an account: links asked from the sign-in page, the second factor as the library of `auth/` keeps it, how
 * long an organisation leaves its members to set one, and the place that a session chose among several.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Written for every address that is asked, so that the answer takes as long for one that nobody has.
  await sql`create table demande_lien (
    id bigint generated always as identity primary key,
    courriel text not null,
    demande_le timestamptz not null default now(),
    traite_le timestamptz
  )`.execute(db);
  await sql`create index demande_lien_courriel on demande_lien (courriel, demande_le)`.execute(db);
  await sql`create index demande_lien_attente on demande_lien (id) where traite_le is null`.execute(db);
  await sql`alter table session add column par_lien boolean not null default false`.execute(db);
  await sql`alter table utilisateur add column "twoFactorEnabled" boolean default false`.execute(db);
  await sql`create table second_facteur (
    id uuid primary key default gen_random_uuid(),
    secret text not null,
    "backupCodes" text not null,
    "userId" uuid not null references utilisateur (id) on delete cascade,
    verified boolean default true,
    "failedVerificationCount" integer default 0,
    "lockedUntil" timestamptz
  )`.execute(db);
  await sql`create index second_facteur_utilisateur on second_facteur ("userId")`.execute(db);
  await sql`create index second_facteur_secret on second_facteur (secret)`.execute(db);
  // A code lives ninety seconds; whoever reads it over a shoulder must not use it in what is left of them.
  await sql`create table code_servi (
    utilisateur_id uuid not null references utilisateur (id) on delete cascade,
    empreinte bytea not null,
    servi_le timestamptz not null default now(),
    primary key (utilisateur_id, empreinte)
  )`.execute(db);
  await sql`create table reglage_acces (
    organisme_id uuid primary key references organisme (id),
    delai_second_facteur integer not null check (delai_second_facteur between 0 and 365)
  )`.execute(db);
  await isoler(db, "reglage_acces", "select, insert, update");
  await sql`drop function probant_session(text)`.execute(db);
  await creerLecture(db);
}

/** The reading of 0021, with what the guard asks of the account and of its places. */
async function creerLecture(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_session(p_jeton text, out expire_le timestamptz, out utilisateur_id uuid,
    out nom text, out courriel text, out organisme_id uuid, out role text, out intervenant text, out gere boolean,
    out dossier_id uuid, out dossier text, out restreinte boolean, out organisme jsonb, out places integer,
    out choisie boolean, out a_second_facteur boolean, out second_facteur_avant timestamptz
  ) returns setof record language plpgsql as $$
  declare
    v_depuis timestamptz;
  begin
    select s."expiresAt", u.id, u.name, u.email, p.organisme_id, p.role, p.intervenant, p.gere, p.dossier_id,
        s.restreinte, count(p.organisme_id) over (),
        coalesce(p.organisme_id = s.organisme_id and p.dossier_id is not distinct from s.dossier_id, false),
        coalesce(u."twoFactorEnabled", false), p.depuis
      into expire_le, utilisateur_id, nom, courriel, organisme_id, role, intervenant, gere, dossier_id, restreinte,
        places, choisie, a_second_facteur, v_depuis
      from session s
        join utilisateur u on u.id = s."userId"
        left join lateral (
          select m.organisme_id, null::uuid as dossier_id, m.role, m.intervenant, m.gere, m.depuis, 0 as rang
            from membre m
            where m.utilisateur_id = u.id and not s.restreinte and m.depuis is not null and m.fin is null
          union all
          select a.organisme_id, a.dossier_id, a.role, '', false, null, 1
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
      elsif not a_second_facteur then
        second_facteur_avant := v_depuis + make_interval(days => coalesce(
          (select r.delai_second_facteur from reglage_acces r
            where r.organisme_id = probant_session.organisme_id), 30));
      end if;
    end if;
    return next;
  end $$`.execute(db);
}

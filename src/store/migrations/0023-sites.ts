import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * The places where an organisation works. A dossier may have one, and a member may be held to some: then a second
 * policy, besides the organisation's, shows him only the dossiers of those, whatever the query.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table site (
    organisme_id uuid not null references organisme (id),
    id uuid not null,
    nom text not null,
    ferme_le timestamptz,
    primary key (organisme_id, id)
  )`.execute(db);
  await isoler(db, "site", "select, insert, update");
  await sql`alter table membre add column sites uuid[]`.execute(db);
  await sql`alter table dossier add column site uuid,
    add foreign key (organisme_id, site) references site (organisme_id, id)`.execute(db);
  const siens = sql`(select nullif(current_setting('probant.sites', true), '')::uuid[])`;
  await sql`create policy sites on dossier as restrictive to probant_app
    using (${siens} is null or site = any ((${siens})::uuid[]))`.execute(db);
  // The dossier is looked for under its own policies.
  for (const table of ["seance", "message_sortie"]) {
    await sql`create policy sites on ${sql.table(table)} as restrictive to probant_app
      using (${siens} is null or exists (select from dossier d
        where d.organisme_id = ${sql.ref(`${table}.organisme_id`)} and d.id = ${sql.ref(`${table}.dossier_id`)}))
      with check (true)`.execute(db);
  }
  await sql`create policy sites on preparation as restrictive to probant_app
    using (${siens} is null or exists (select from dossier d
      where d.organisme_id = preparation.organisme_id and d.reference = preparation.reference))`.execute(db);
  await sql`create or replace view membre_lu with (security_barrier) as
    select m.organisme_id, m.utilisateur_id, m.role, m.intervenant, m.gere, m.depuis, m.fin, m.invite_le,
        case when m.depuis is null then m.nom_invite else u.name end as nom, u.email as courriel, m.sites
      from membre m join utilisateur u on u.id = m.utilisateur_id
      where m.organisme_id = nullif(current_setting('probant.organisme', true), '')::uuid`.execute(db);
  await sql`drop function probant_session(text)`.execute(db);
  await creerLecture(db);
}

/** The reading of 0022, with the sites that the member is held to. */
async function creerLecture(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_session(p_jeton text, out expire_le timestamptz, out utilisateur_id uuid,
    out nom text, out courriel text, out organisme_id uuid, out role text, out intervenant text, out gere boolean,
    out dossier_id uuid, out dossier text, out restreinte boolean, out organisme jsonb, out places integer,
    out choisie boolean, out a_second_facteur boolean, out second_facteur_avant timestamptz, out sites text[]
  ) returns setof record language plpgsql as $$
  declare
    v_depuis timestamptz;
  begin
    select s."expiresAt", u.id, u.name, u.email, p.organisme_id, p.role, p.intervenant, p.gere, p.dossier_id,
        s.restreinte, count(p.organisme_id) over (),
        coalesce(p.organisme_id = s.organisme_id and p.dossier_id is not distinct from s.dossier_id, false),
        coalesce(u."twoFactorEnabled", false), p.depuis, p.sites::text[]
      into expire_le, utilisateur_id, nom, courriel, organisme_id, role, intervenant, gere, dossier_id, restreinte,
        places, choisie, a_second_facteur, v_depuis, sites
      from session s
        join utilisateur u on u.id = s."userId"
        left join lateral (
          select m.organisme_id, null::uuid as dossier_id, m.role, m.intervenant, m.gere, m.depuis, m.sites, 0 as rang
            from membre m
            where m.utilisateur_id = u.id and not s.restreinte and m.depuis is not null and m.fin is null
          union all
          select a.organisme_id, a.dossier_id, a.role, '', false, null, null, 1
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

import { type Kysely, sql } from "kysely";
import { figer, isoler } from "./isoler.ts";

/**
 * Members are invited, come in, and leave. A row without `depuis` is an invitation, held by the hash of its one link;
 * one with `fin` is a person who left, kept because his name stands in dossiers. Members come under row-level security; whoever owns the tables still reads
 * the session before any organisation is known. A session that was opened for the place of a person who left finds no
 * place any more, even before it is deleted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table membre
    add column depuis timestamptz default now(),
    add column fin timestamptz,
    add column invite_le timestamptz,
    add column nom_invite text,
    add column invitation bytea check (octet_length(invitation) = 32),
    add constraint membre_role check (role in
      ('conseiller', 'assistant', 'responsable', 'reseau', 'beneficiaire', 'employeur', 'auditeur'))`.execute(
    db,
  );
  await sql`create unique index membre_invitation on membre (invitation)`.execute(db);
  await isoler(db, "membre", "select, insert, update");
  await sql`do $$ begin
    execute format('create policy proprietaire on membre to %I using (true) with check (true)', current_user);
  end $$`.execute(db);
  // Names and addresses lie outside row-level security: they are seen through this window, of one organisation.
  await sql`create view membre_lu with (security_barrier) as
    select m.organisme_id, m.utilisateur_id, m.role, m.intervenant, m.gere, m.depuis, m.fin, m.invite_le,
        case when m.depuis is null then m.nom_invite else u.name end as nom, u.email as courriel
      from membre m join utilisateur u on u.id = m.utilisateur_id
      where m.organisme_id = nullif(current_setting('probant.organisme', true), '')::uuid`.execute(db);
  await sql`grant select on membre_lu to probant_app`.execute(db);
  await creerHistorique(db);
  await creerFermeture(db);
  await refaireLaLectureDeSession(db);
}

/**
 * Sessions lie outside the rights of a request; this closes those of one who left the organisation of the transaction,
 * and of nobody else.
 */
async function creerFermeture(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_fermer_sessions(p_utilisateur uuid) returns void
    language sql security definer set search_path from current as $$
    delete from session s
      using membre m
      where s."userId" = p_utilisateur and m.utilisateur_id = p_utilisateur and m.fin is not null
        and m.organisme_id = nullif(current_setting('probant.organisme', true), '')::uuid
        and (s.organisme_id = m.organisme_id and s.dossier_id is null or s.organisme_id is null)
  $$`.execute(db);
  await sql`revoke all on function probant_fermer_sessions(uuid) from public`.execute(db);
  await sql`grant execute on function probant_fermer_sessions(uuid) to probant_app`.execute(db);
}

/** Who did what to whose membership, in one sentence. */
async function creerHistorique(db: Kysely<unknown>): Promise<void> {
  await sql`create table membre_changement (
    organisme_id uuid not null references organisme (id),
    n bigint generated always as identity,
    quand timestamptz not null default now(),
    utilisateur text not null,
    nom text not null,
    membre text not null,
    quoi text not null,
    primary key (organisme_id, n)
  )`.execute(db);
  await isoler(db, "membre_changement", "select, insert");
  await figer(db, "membre_changement");
}

/** The body of 0020, where a place counts only while it is held. */
async function refaireLaLectureDeSession(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function probant_session(p_jeton text, out expire_le timestamptz,
    out utilisateur_id uuid, out nom text, out courriel text, out organisme_id uuid, out role text,
    out intervenant text, out gere boolean, out dossier_id uuid, out dossier text, out restreinte boolean,
    out organisme jsonb
  ) returns setof record language plpgsql as $$
  begin
    select s."expiresAt", u.id, u.name, u.email, p.organisme_id, p.role, p.intervenant, p.gere, p.dossier_id,
        s.restreinte
      into expire_le, utilisateur_id, nom, courriel, organisme_id, role, intervenant, gere, dossier_id, restreinte
      from session s
        join utilisateur u on u.id = s."userId"
        left join lateral (
          select m.organisme_id, null::uuid as dossier_id, m.role, m.intervenant, m.gere, 0 as rang
            from membre m
            where m.utilisateur_id = u.id and not s.restreinte and m.depuis is not null and m.fin is null
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

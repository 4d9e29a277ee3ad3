import { type Kysely, sql } from "kysely";
import { figer, isoler } from "./isoler.ts";

/**
 * Doors of those who must not see inside: an auditor, who gets a drawn sample until a day, and whoever gets one
 * document that the person agreed to show, by a link that ends. Every reading leaves a row that nothing changes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await creerAudits(db);
  await creerCommunications(db);
  await refaireLaLectureDeSession(db);
}

async function creerAudits(db: Kysely<unknown>): Promise<void> {
  // `population` is what the sample was drawn among, as it stood that day: the draw can be made again from this row.
  await sql`create table audit (
    organisme_id uuid not null references organisme (id),
    id uuid not null,
    du date not null,
    au date not null,
    taille integer not null check (taille > 0),
    graine text not null,
    population text[] not null,
    montre_noms boolean not null,
    fin_le date not null,
    cree_par text not null,
    cree_le timestamptz not null default now(),
    clos_le timestamptz,
    primary key (organisme_id, id)
  )`.execute(db);
  await isoler(db, "audit", "select, insert, update");
  await sql`create table audit_dossier (
    organisme_id uuid not null,
    audit_id uuid not null,
    dossier_id uuid not null,
    rang integer not null,
    primary key (organisme_id, audit_id, dossier_id),
    foreign key (organisme_id, audit_id) references audit (organisme_id, id),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "audit_dossier", "select, insert");
  await figer(db, "audit_dossier");
  await sql`create table audit_auditeur (
    organisme_id uuid not null,
    audit_id uuid not null,
    utilisateur_id uuid not null,
    primary key (organisme_id, audit_id, utilisateur_id),
    foreign key (organisme_id, audit_id) references audit (organisme_id, id)
  )`.execute(db);
  await isoler(db, "audit_auditeur", "select, insert");
  await sql`create index audit_auditeur_utilisateur on audit_auditeur (utilisateur_id)`.execute(db);
  await sql`create view audit_auditeur_lu with (security_barrier) as
    select x.organisme_id, x.audit_id, x.utilisateur_id, u.name as nom, u.email as courriel
      from audit_auditeur x join utilisateur u on u.id = x.utilisateur_id
      where x.organisme_id = nullif(current_setting('probant.organisme', true), '')::uuid`.execute(db);
  await sql`grant select on audit_auditeur_lu to probant_app`.execute(db);
  await sql`create table audit_lecture (
    organisme_id uuid not null,
    n bigint generated always as identity,
    audit_id uuid not null,
    quand timestamptz not null,
    utilisateur text not null,
    nom text not null,
    quoi text not null,
    reference text,
    primary key (organisme_id, n),
    foreign key (organisme_id, audit_id) references audit (organisme_id, id)
  )`.execute(db);
  await isoler(db, "audit_lecture", "select, insert");
  await figer(db, "audit_lecture");
  await sql`create index audit_lecture_audit on audit_lecture (organisme_id, audit_id, n)`.execute(db);
  await voirAvantLOrganisme(db, "audit");
  await voirAvantLOrganisme(db, "audit_auditeur");
}

async function creerCommunications(db: Kysely<unknown>): Promise<void> {
  // The link names its sender, in whose name the document is opened: nobody else of the organisation reads it.
  await sql`create table communication_lien (
    organisme_id uuid not null,
    id uuid not null,
    dossier_id uuid not null,
    reference text not null,
    empreinte bytea not null check (octet_length(empreinte) = 32),
    document text not null,
    destinataire text not null,
    nom text not null,
    courriel text not null,
    utilisateur text not null,
    intervenant text not null,
    envoye_le timestamptz not null,
    expire_le timestamptz not null,
    ouvert_le timestamptz,
    lectures integer not null default 0,
    ferme_le timestamptz,
    primary key (organisme_id, id),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "communication_lien", "select, insert, update");
  await voirAvantLOrganisme(db, "communication_lien");
  await sql`create unique index communication_lien_empreinte on communication_lien (empreinte)`.execute(db);
  await sql`create index communication_lien_dossier on communication_lien (organisme_id, dossier_id)`.execute(
    db,
  );
}

/** A link is read before any organisation is known, by whoever owns the tables. */
async function voirAvantLOrganisme(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`do $$ begin
    execute format('create policy session on ${sql.raw(table)} for select to %I using (true)', current_user);
  end $$`.execute(db);
}

/** The reading of 0023, with the place of an auditor: an organisation that has an audit open for him, and no dossier. */
async function refaireLaLectureDeSession(db: Kysely<unknown>): Promise<void> {
  await sql`drop function probant_session(text)`.execute(db);
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
          union all
          select distinct x.organisme_id, null::uuid, 'auditeur', '', false, null::timestamptz, null::uuid[], 2
            from audit_auditeur x join audit t on t.organisme_id = x.organisme_id and t.id = x.audit_id
            where x.utilisateur_id = u.id and t.clos_le is null
              and (not s.restreinte or (x.organisme_id = s.organisme_id and s.dossier_id is null))
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
      elsif role <> 'auditeur' and not a_second_facteur then
        second_facteur_avant := v_depuis + make_interval(days => coalesce(
          (select r.delai_second_facteur from reglage_acces r
            where r.organisme_id = probant_session.organisme_id), 30));
      end if;
    end if;
    return next;
  end $$`.execute(db);
}

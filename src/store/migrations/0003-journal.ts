import { type Kysely, sql } from "kysely";
import { figer, isoler } from "./isoler.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_refuser_modification() returns trigger language plpgsql as $$
    begin
      raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
  await creerFaits(db);
  await creerJournal(db);
}

/** No foreign key from a fact: the function that writes facts locks their dossier's head, and the verifier checks. */
async function creerFaits(db: Kysely<unknown>): Promise<void> {
  await sql`create table fait (
    organisme_id uuid not null,
    dossier_id uuid not null,
    n integer not null check (n >= 1),
    id uuid not null,
    type text not null,
    jour date not null,
    texte text not null,
    engagement bytea not null check (octet_length(engagement) = 32),
    consigne_le timestamptz not null default now(),
    primary key (organisme_id, dossier_id, n)
  )`.execute(db);
  await isoler(db, "fait", "select, insert");
  await figer(db, "fait");
  await sql`create table dossier_tete (
    organisme_id uuid not null,
    dossier_id uuid not null,
    taille integer not null check (taille >= 0),
    frontiere bytea not null,
    racine bytea not null,
    primary key (organisme_id, dossier_id),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  ) with (fillfactor = 80)`.execute(db);
  await isoler(db, "dossier_tete", "select, insert, update");
}

async function creerJournal(db: Kysely<unknown>): Promise<void> {
  await sql`create table journal_attente (
    organisme_id uuid not null,
    id bigint generated always as identity,
    dossier_id uuid not null,
    taille integer not null,
    feuille text not null,
    primary key (organisme_id, id)
  )`.execute(db);
  await isoler(db, "journal_attente", "select, insert, delete");
  await sql`create policy service on journal_attente for select to probant_service using (true)`.execute(db);
  await sql`grant select (organisme_id, id) on journal_attente to probant_service`.execute(db);

  await sql`create table journal_entree (
    organisme_id uuid not null,
    position bigint not null check (position >= 0),
    feuille text not null,
    empreinte bytea not null check (octet_length(empreinte) = 32),
    dossier_id uuid not null,
    taille integer not null,
    primary key (organisme_id, position),
    unique (organisme_id, dossier_id, taille)
  )`.execute(db);
  await isoler(db, "journal_entree", "select, insert");
  await figer(db, "journal_entree");

  await sql`create table journal_noeud (
    organisme_id uuid not null,
    niveau integer not null check (niveau >= 1),
    indice bigint not null,
    empreinte bytea not null check (octet_length(empreinte) = 32),
    primary key (organisme_id, niveau, indice)
  )`.execute(db);
  await isoler(db, "journal_noeud", "select, insert");

  await sql`create table journal_tete (
    organisme_id uuid primary key references organisme (id),
    taille bigint not null,
    frontiere bytea not null
  )`.execute(db);
  await isoler(db, "journal_tete", "select, insert, update");

  await sql`create table journal_checkpoint (
    organisme_id uuid not null references organisme (id),
    taille bigint not null,
    texte text not null,
    signe_le timestamptz not null default now(),
    primary key (organisme_id, taille)
  )`.execute(db);
  await isoler(db, "journal_checkpoint", "select, insert");
  for (const table of ["journal_tete", "journal_checkpoint"]) {
    await sql`create policy service on ${sql.table(table)} for select to probant_service using (true)`.execute(
      db,
    );
    await sql`grant select (organisme_id, taille) on ${sql.table(table)} to probant_service`.execute(db);
  }
}

import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await creerContenus(db);
  await sql`create table message_sortie (
    organisme_id uuid not null references organisme (id),
    id uuid not null,
    canal text not null,
    destinataire jsonb not null,
    modele text not null,
    donnees jsonb not null,
    etat text not null default 'a_envoyer' check (etat in ('a_envoyer', 'envoye', 'echec')),
    cree_le timestamptz not null default now(),
    envoye_le timestamptz,
    primary key (organisme_id, id)
  )`.execute(db);
  await isoler(db, "message_sortie", "select, insert, update");
  await sql`create index message_a_envoyer on message_sortie (organisme_id, cree_le, id)
    where etat = 'a_envoyer'`.execute(db);
  await sql`create table acte_recu (
    organisme_id uuid not null references organisme (id),
    cle text not null,
    utilisateur text not null,
    reponse jsonb not null,
    cree_le timestamptz not null default now(),
    primary key (organisme_id, cle)
  )`.execute(db);
  await isoler(db, "acte_recu", "select, insert, update, delete");
}

async function creerContenus(db: Kysely<unknown>): Promise<void> {
  await sql`create table contenu (
    organisme_id uuid not null,
    dossier_id uuid not null,
    id uuid not null,
    version integer not null check (version >= 1),
    nature text not null,
    scelle bytea not null,
    engagement bytea not null check (octet_length(engagement) = 32),
    cree_le timestamptz not null default now(),
    primary key (organisme_id, dossier_id, id, version),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "contenu", "select, insert, delete");
  await sql`create table cle_dossier (
    organisme_id uuid not null,
    dossier_id uuid not null,
    classe text not null check (classe in ('contenu', 'preuve')),
    cle_externe text not null,
    enveloppe bytea not null,
    primary key (organisme_id, dossier_id, classe),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "cle_dossier", "select, insert, update, delete");
  await sql`create table piece (
    organisme_id uuid not null,
    dossier_id uuid not null,
    id uuid not null,
    nature text not null,
    classe text not null check (classe in ('contenu', 'preuve')),
    nom text not null,
    type_media text not null,
    taille integer not null check (taille >= 0),
    empreinte bytea not null check (octet_length(empreinte) = 32),
    octets bytea not null,
    cree_le timestamptz not null default now(),
    primary key (organisme_id, dossier_id, id),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "piece", "select, insert, delete");
}

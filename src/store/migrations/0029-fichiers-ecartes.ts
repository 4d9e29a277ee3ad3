import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/** Files received and set apart: sealed like a content, never served, so that somebody can look into what happened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table fichier_ecarte (
    organisme_id uuid not null,
    dossier_id uuid not null,
    id uuid not null,
    quand timestamptz not null default now(),
    utilisateur text not null,
    motif text not null,
    taille integer not null,
    empreinte bytea not null check (octet_length(empreinte) = 32),
    scelle bytea not null,
    primary key (organisme_id, dossier_id, id),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "fichier_ecarte", "select, insert, delete");
}

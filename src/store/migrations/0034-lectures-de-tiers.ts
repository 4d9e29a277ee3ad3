import { type Kysely, sql } from "kysely";
import { figer, isoler } from "./isoler.ts";

/**
 * What an employer, or whoever was shown one document, read of one dossier: a row for each reading, that nothing
 * changes. The auditors' have their own list (0030), by audit.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lecture_de_tiers (
    organisme_id uuid not null,
    n bigint generated always as identity,
    dossier_id uuid not null,
    quand timestamptz not null,
    role text not null check (role in ('employeur', 'destinataire')),
    nom text not null,
    quoi text not null,
    primary key (organisme_id, n),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "lecture_de_tiers", "select, insert");
  await figer(db, "lecture_de_tiers");
  await sql`create index lecture_de_tiers_dossier on lecture_de_tiers (organisme_id, dossier_id, n)`.execute(
    db,
  );
}

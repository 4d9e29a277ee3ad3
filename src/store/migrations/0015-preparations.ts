import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * The makings of control files as every process sees them: how far they are, and how they ended. Rows live a day. One
 * making at a time for the same dossier and the same withheld facts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table preparation (
    organisme_id uuid not null references organisme (id),
    id uuid not null,
    reference text not null,
    taire integer[] not null,
    etat text not null default 'en_cours' check (etat in ('en_cours', 'prete', 'echouee')),
    fait integer not null default 0,
    total integer not null default 1,
    quoi text not null,
    piece uuid,
    phrase text,
    maj_le timestamptz not null default now(),
    primary key (organisme_id, id)
  )`.execute(db);
  await isoler(db, "preparation", "select, insert, update, delete");
  await sql`create unique index preparation_en_cours on preparation (organisme_id, reference, taire)
    where etat = 'en_cours'`.execute(db);
}

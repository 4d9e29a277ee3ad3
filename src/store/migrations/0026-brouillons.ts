import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * Answers that a person is still writing, each sealed under the content key of her dossier: with that key they are
 * destroyed. `version` counts the savings of one answer, so that an older page never covers a newer text.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table brouillon (
    organisme_id uuid not null,
    dossier_id uuid not null,
    moment text not null,
    question text not null,
    version integer not null,
    scelle bytea not null,
    modifie_le timestamptz not null,
    primary key (organisme_id, dossier_id, moment, question),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "brouillon", "select, insert, update, delete");
}

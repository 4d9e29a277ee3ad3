import { type Kysely, sql } from "kysely";

/**
 * Two pages that write the same answer. `redaction` names the page that wrote it last: a page never contradicts itself,
 * even when it never heard the server's answer. What another page wrote meanwhile is kept apart, and both are shown.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table brouillon
    add column redaction uuid,
    add column a_part boolean not null default false,
    drop constraint brouillon_pkey,
    add primary key (organisme_id, dossier_id, moment, question, a_part)`.execute(db);
}

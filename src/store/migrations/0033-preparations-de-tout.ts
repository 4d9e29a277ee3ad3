import { type Kysely, sql } from "kysely";

/**
 * A person's own file is made like a control file, and followed by its row. It holds what only she and her counsellor
 * read: it lies in the row, sealed under the content key of her dossier, until the next one or the next day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table preparation
    add column nature text not null default 'controle' check (nature in ('controle', 'tout')),
    add column scelle bytea`.execute(db);
  await sql`drop index preparation_en_cours`.execute(db);
  await sql`create unique index preparation_en_cours on preparation (organisme_id, nature, reference, taire)
    where etat = 'en_cours'`.execute(db);
}

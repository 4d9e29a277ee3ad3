import { type Kysely, sql } from "kysely";

/**
 * The day of the last whole passing is a day on which one ended, or null: no dossier was looked at on « the eve » that was
 * written to have all of them looked at again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table passage alter column entier_le drop not null`.execute(db);
}

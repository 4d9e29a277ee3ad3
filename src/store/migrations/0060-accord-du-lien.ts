import { type Kysely, sql } from "kysely";

/** The fact of the agreement that a link rests on, where that names its reader: the name itself is compared no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table communication_lien add column accord text`.execute(db);
}

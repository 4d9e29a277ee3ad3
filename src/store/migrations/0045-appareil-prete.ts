import { type Kysely, sql } from "kysely";

/** The one page that a session opens while the counsellor's device is in the person's hands; null otherwise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column pretee text`.execute(db);
}

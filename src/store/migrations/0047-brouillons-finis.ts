import { type Kysely, sql } from "kysely";

/** Whoever writes may say that a text is written, before it is sent: one half written never leaves by mistake. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table brouillon add column fini boolean not null default false`.execute(db);
}

import { type Kysely, sql } from "kysely";

/**
 * The policy of 0023 on dossiers, said so that the planner expects what is nearly always true: that it hides nothing.
 * « null or in a list » made it expect one row in two hundred, and read and sort a whole centre for one page of its list.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const siens = sql`(select nullif(current_setting('probant.sites', true), '')::uuid[])`;
  await sql`alter policy sites on dossier
    using (case when ${siens} is null then true else site = any ((${siens})::uuid[]) end)`.execute(db);
}

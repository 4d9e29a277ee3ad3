import { type Kysely, sql } from "kysely";

/**
 * Whether an identity provider opened the session: it enters no door of the person's own, whenever that door was opened.
 * A session that lives already, of an account that is bound to a provider, is taken for one of these. The reading of
 * sessions says it from 0044 on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column par_reseau boolean not null default false`.execute(db);
  await sql`update session set par_reseau = true
    where not restreinte and not par_lien and "userId" in (select utilisateur_id from identite_reseau)`.execute(
    db,
  );
}

import { type Kysely, sql } from "kysely";

/** Which keys an outer key wraps: asked at each start and at each turn, of one key in thousands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index cle_dossier_externe on cle_dossier (organisme_id, cle_externe, dossier_id)`.execute(
    db,
  );
}

import { type Kysely, sql } from "kysely";

/** An entry of the log may be the hand-over of its signing key: it is no head of a dossier, and names none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table journal_entree
    alter column dossier_id drop not null,
    alter column taille drop not null,
    add check ((dossier_id is null) = (taille is null))`.execute(db);
  await sql`create unique index journal_passation on journal_entree (organisme_id, position)
    where dossier_id is null`.execute(db);
}

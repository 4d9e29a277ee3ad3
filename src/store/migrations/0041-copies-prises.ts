import { type Kysely, sql } from "kysely";
import { figer, isoler } from "./isoler.ts";

/**
 * That the person took her own copy: her whole file, or her synthesis. A row for each time, that nothing changes; it is
 * asked for once, before her contents are destroyed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table copie_prise (
    organisme_id uuid not null,
    n bigint generated always as identity,
    dossier_id uuid not null,
    quand timestamptz not null,
    quoi text not null check (quoi in ('tout', 'synthese')),
    primary key (organisme_id, n),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "copie_prise", "select, insert");
  await figer(db, "copie_prise");
  await sql`create index copie_prise_dossier on copie_prise (organisme_id, dossier_id, n)`.execute(db);
}

import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * Destructions that were asked for, and the outer key that wrapped what they destroyed: each is effective in every copy
 * once that outer key is gone, and not before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table destruction (
    organisme_id uuid not null,
    dossier_id uuid not null,
    n integer not null,
    cle_externe text not null,
    demandee_le timestamptz not null,
    effective_le timestamptz,
    -- Line of the register that says so; the register outlives a restore, this table does not.
    ligne integer,
    primary key (organisme_id, dossier_id, n),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "destruction", "select, insert, update");
  await sql`create index destruction_en_attente on destruction (organisme_id) where effective_le is null`.execute(
    db,
  );
  await sql`alter table contenu add column sel_scelle bytea`.execute(db);
  await sql`grant update (scelle, sel_scelle) on contenu to probant_app`.execute(db);
  await sql`create policy service on destruction for select to probant_service using (true)`.execute(db);
  await sql`grant select (organisme_id, effective_le, ligne) on destruction to probant_service`.execute(db);
}

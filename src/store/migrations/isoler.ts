import { type Kysely, sql } from "kysely";

/**
 * Row-level security on a table: under `probant_app` one sees and writes the rows of the organisation that the
 * transaction named, and none when it named none. `droits` is what the role may do at all.
 */
export async function isoler(
  db: Kysely<unknown>,
  table: string,
  droits: string,
  colonne = "organisme_id",
): Promise<void> {
  const courant = sql`nullif(current_setting('probant.organisme', true), '')::uuid`;
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
  await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  await sql`create policy organisme on ${sql.table(table)} to probant_app
    using (${sql.ref(colonne)} = ${courant}) with check (${sql.ref(colonne)} = ${courant})`.execute(db);
  await sql`grant ${sql.raw(droits)} on ${sql.table(table)} to probant_app`.execute(db);
}

/** Refuses, for everybody and in every way, to change what the table already holds. */
export async function figer(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create trigger ${sql.id(`${table}_fige`)} before update or delete on ${sql.table(table)}
    for each row execute function probant_refuser_modification()`.execute(db);
  await sql`create trigger ${sql.id(`${table}_non_vide`)} before truncate on ${sql.table(table)}
    for each statement execute function probant_refuser_modification()`.execute(db);
}

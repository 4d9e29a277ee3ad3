import pg from "pg";
import type { TablePresente } from "./tables-presentes.ts";

const nomme = (nom: string) => pg.escapeIdentifier(nom);

/**
 * The tables whose rows even their owner does not see, when the account is held to that. Only within a transaction that
 * releases them first.
 */
async function tablesForcees(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ nom: string }>(
    `select relname as nom from pg_class where relkind = 'r' and relforcerowsecurity
       and relnamespace = current_schema()::regnamespace
       and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)`,
  );
  return rows.map((t) => t.nom);
}

/** Runs `fn` while the owner of the tables reaches all their rows: PostgreSQL copies into no table otherwise. */
export async function commeProprietaire<T>(client: pg.Client, fn: () => Promise<T>): Promise<T> {
  const forcees = await tablesForcees(client);
  for (const nom of forcees) await client.query(`alter table ${nomme(nom)} no force row level security`);
  const resultat = await fn();
  for (const nom of forcees) await client.query(`alter table ${nomme(nom)} force row level security`);
  return resultat;
}

/** The first table that holds a row; undefined when none does. */
export async function premiereTablePleine(
  client: pg.Client,
  tables: readonly TablePresente[],
): Promise<string | undefined> {
  for (const { nom } of tables) {
    const { rowCount } = await client.query(`select from ${nomme(nom)} limit 1`);
    if (rowCount !== 0) return nom;
  }
  return undefined;
}

/** Takes away our tables, functions and list of migrations. The caller made sure that no table holds a row. */
export async function retirerLesTables(client: pg.Client, tables: readonly TablePresente[]): Promise<void> {
  const noms = [...tables.map((t) => t.nom), "kysely_migration", "kysely_migration_lock"];
  await client.query(`drop table if exists ${noms.map(nomme).join(", ")} cascade`);
  const { rows } = await client.query<{ fonction: string }>(
    `select oid::regprocedure::text as fonction from pg_proc
       where pronamespace = current_schema()::regnamespace and proname like 'probant\\_%'`,
  );
  for (const { fonction } of rows) await client.query(`drop function ${fonction}`);
}

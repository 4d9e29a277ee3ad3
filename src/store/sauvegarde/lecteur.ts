import pg from "pg";
import { type TablePresente, tablesPresentes } from "./tables-presentes.ts";

/** Role that reads every row of every table, and writes none; made where row-level security holds the account itself. */
const ROLE = "probant_sauvegarde";
const nomme = (nom: string) => pg.escapeIdentifier(nom);

/**
 * Gives what a transaction must begin with to see every row: nothing for an account that row-level security does not hold,
 * else the role of backups, which is made or completed here. That takes CREATEROLE, or a role made beforehand; without
 * them PostgreSQL refuses (42501).
 */
export async function lecteurDeTout(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    "select rolsuper or rolbypassrls as libre from pg_roles where rolname = current_user",
  );
  if (rows[0].libre === true) return "";
  await creerRole(client);
  await client.query("begin");
  for (const table of await tablesPresentes(client)) await ouvrir(client, table);
  await client.query("commit");
  return `set local row_security = on; set local role ${ROLE};`;
}

async function creerRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${ROLE}') then
      create role ${ROLE} nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`);
  // Whoever made a role does not act under it before it is granted to him; whoever was granted it may not grant it.
  await client.query(`do $$ begin
    execute format('grant ${ROLE} to %I', current_user);
  exception when insufficient_privilege then null;
  end $$`);
  const { rows } = await client.query("select current_setting('server_version_num')::int as version");
  // From 16 on, belonging to a role and acting under it are two rights.
  const droit = rows[0].version >= 160_000 ? "set" : "member";
  await client.query(`do $$ begin
    if not pg_has_role(current_user, '${ROLE}', '${droit}') then raise insufficient_privilege; end if;
  end $$`);
}

/** Only what is missing is written: each of these statements waits for whoever uses the table. */
async function ouvrir(client: pg.Client, { nom }: TablePresente): Promise<void> {
  const { rows } = await client.query<{ lit: boolean; voit: boolean }>(
    `select has_table_privilege('${ROLE}', c.oid, 'select') as lit,
       not relrowsecurity or exists (select from pg_policy where polrelid = c.oid and polname = 'sauvegarde') as voit
     from pg_class c where c.oid = $1::regclass`,
    [nomme(nom)],
  );
  const { lit, voit } = rows[0]!;
  if (!lit) await client.query(`grant select on ${nomme(nom)} to ${ROLE}`);
  if (!voit)
    await client.query(`create policy sauvegarde on ${nomme(nom)} for select to ${ROLE} using (true)`);
}

/** Throws when a rule would hide a row of a table from the role of backups: a backup is whole, or is none. */
export async function exigerDeToutVoir(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ nom: string }>(
    `select relname as nom from pg_class c where relkind = 'r' and relnamespace = current_schema()::regnamespace
       and relrowsecurity and (
         not exists (select from pg_policy where polrelid = c.oid and polname = 'sauvegarde' and polpermissive
           and pg_get_expr(polqual, polrelid) = 'true')
         or exists (select from pg_policy where polrelid = c.oid and not polpermissive
           and (polroles = '{0}' or polroles @> array(select oid from pg_roles where rolname = '${ROLE}'))))`,
  );
  if (rows.length > 0) throw new Error(`rows of ${rows.map((r) => r.nom).join(", ")} would be left out`);
}

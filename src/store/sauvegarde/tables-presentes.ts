import type pg from "pg";
import { z } from "zod";

/** A table as a backup holds it; a column that the database computes is none. */
export const sTable = z.strictObject({
  nom: z.string(),
  colonnes: z.array(z.string()).min(1),
  /** Column that the database numbers; null when there is none. */
  identite: z.string().nullable(),
});
export type TablePresente = z.infer<typeof sTable>;

/** The tables of the application, each after those that it refers to. The list of migrations is not one of them. */
export async function tablesPresentes(client: Pick<pg.ClientBase, "query">): Promise<TablePresente[]> {
  const { rows } = await client.query<TablePresente & { parents: string[] }>(
    `select c.relname as nom,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' order by a.attnum) as colonnes,
       (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '') as identite,
       array(select distinct p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
     from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and c.relname not like 'kysely\\_migration%' order by c.relname`,
  );
  const placees = new Set<string>();
  const ordre: TablePresente[] = [];
  while (ordre.length < rows.length) {
    const prete = rows.find((t) => !placees.has(t.nom) && t.parents.every((p) => placees.has(p)));
    if (prete === undefined) throw new Error("tables refer to one another in a circle");
    placees.add(prete.nom);
    ordre.push({ nom: prete.nom, colonnes: prete.colonnes, identite: prete.identite });
  }
  return ordre;
}

/** The migrations that made these tables, in order; none in a database where nothing was ever written. */
export async function migrationsFaites(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query("select to_regclass('kysely_migration') is not null as la");
  if (rows[0]?.la !== true) return [];
  const lues = await client.query<{ name: string }>("select name from kysely_migration order by name");
  return lues.rows.map((m) => m.name);
}

/** Name of a table, or of a table and its columns, as `copy` wants it. */
export function enSql({ nom, colonnes }: TablePresente): string {
  const nomme = (n: string) => `"${n.replaceAll('"', '""')}"`;
  return `${nomme(nom)} (${colonnes.map(nomme).join(", ")})`;
}

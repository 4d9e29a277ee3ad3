import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type pg from "pg";
import { tablesPresentes } from "../../src/store/sauvegarde/tables-presentes.ts";

export type Ligne = Readonly<Record<string, unknown>>;

/** What a version kept: the demonstration as that code wrote it, and the files of its keys. Everybody in it is invented. */
export interface Figees {
  /** The migrations of that version. */
  readonly migrations: readonly string[];
  /** Each table after those that it refers to. */
  readonly tables: { readonly nom: string; readonly lignes: readonly Ligne[] }[];
  readonly cles: Record<string, string>;
}

/** The demonstration of the twenty-fourth of November 2026, frozen at migration 0054. */
export function lireFigees(): Figees {
  return JSON.parse(gunzipSync(readFileSync(join(import.meta.dirname, "donnees-0054.json.gz"))).toString());
}

/** What is written into one table: only the columns that it has in that version. */
export interface Ecrite {
  readonly nom: string;
  readonly colonnes: readonly string[];
  readonly lignes: readonly Ligne[];
}

/**
 * Writes what a database of an earlier version would hold of these data: its tables, and their columns of then. As a
 * restore does, it puts the triggers aside and lets the constraints hold every row. A table that holds rows is left as
 * it is: an earlier call, or a step of the upgrade, wrote them.
 */
export async function remplir(client: pg.ClientBase, figees: Figees): Promise<Ecrite[]> {
  const ecrites: Ecrite[] = [];
  await client.query("begin");
  for (const { nom, colonnes: presentes } of await tablesPresentes(client)) {
    const lignes = figees.tables.find((t) => t.nom === nom)?.lignes ?? [];
    if (lignes.length === 0 || (await client.query(`select from "${nom}" limit 1`)).rowCount !== 0) continue;
    const colonnes = presentes.filter((c) => c in lignes[0]!);
    const liste = colonnes.map((c) => `"${c}"`).join(", ");
    await client.query(`alter table "${nom}" disable trigger user`);
    await client.query(
      `insert into "${nom}" (${liste}) overriding system value
         select ${liste} from jsonb_populate_recordset(null::"${nom}", $1::jsonb)`,
      [JSON.stringify(lignes)],
    );
    await client.query(`alter table "${nom}" enable trigger user`);
    ecrites.push({ nom, colonnes, lignes });
  }
  await client.query("commit");
  return ecrites;
}

import pg from "pg";
import { to as copierVers } from "pg-copy-streams";
import type { Base } from "../connexion.ts";
import { compteDeLignes } from "./compte.ts";
import { exigerDeToutVoir, lecteurDeTout } from "./lecteur.ts";
import { enSql, migrationsFaites, tablesPresentes } from "./tables-presentes.ts";
import type { Trame } from "./trames.ts";

/** One writing for every server: dates, binary values and numbers look the same whatever its settings. */
const ECRITURE = `set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';
  set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set row_security = off`;

/** A connection of its own to the same database: copying streams cannot share one where queries follow one another. */
export async function connexionDeCopie(config: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client(Object.create(config, { pipeline: { value: false } }) as pg.ClientConfig);
  // A connection that breaks rejects the query that runs; its error event has nothing to add.
  client.on("error", () => undefined);
  await client.connect();
  await client.query(ECRITURE);
  return client;
}

/** The whole database as it stands at one moment, while others go on writing; `avancer` is told each table. */
export async function* lireTables(
  base: Base,
  faiteLe: string,
  avancer: (table: string, faites: number, enTout: number) => void,
): AsyncGenerator<Trame> {
  const client = await connexionDeCopie(base.pool.options);
  try {
    const lecteur = await lecteurDeTout(client);
    // The list of migrations is its owner's: it is read before the role that reads rows is taken.
    await client.query("begin isolation level repeatable read read only");
    const migrations = await migrationsFaites(client);
    await client.query(lecteur);
    if (lecteur !== "") await exigerDeToutVoir(client);
    const tables = await tablesPresentes(client);
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    const postgres = rows[0]!.server_version;
    yield { sorte: "debut", faiteLe, postgres, migrations, tables };
    for (const [i, table] of tables.entries()) {
      avancer(table.nom, i, tables.length);
      const compte = compteDeLignes();
      for await (const octets of client.query(copierVers(`copy ${enSql(table)} to stdout`))) {
        compte.ajouter(octets);
        yield { sorte: "lignes", octets };
      }
      yield { sorte: "fin", table: table.nom, ...compte.total() };
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}

import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copierDepuis } from "pg-copy-streams";
import { MIGRATIONS } from "../migrations/index.ts";
import { migrer } from "../migrer.ts";
import { VERROUS } from "../verrous.ts";
import { compteDeLignes } from "./compte.ts";
import { connexionDeCopie } from "./lire-tables.ts";
import { enSql, migrationsFaites, type TablePresente, tablesPresentes } from "./tables-presentes.ts";
import type { Debut, FinDeTable, Trame } from "./trames.ts";
import { commeProprietaire, premiereTablePleine, retirerLesTables } from "./vider.ts";

/** Puts the rows of one table in their place; gives how many it wrote. */
export type Remplisseur = (
  client: pg.Client,
  table: TablePresente,
  lignes: AsyncIterable<Buffer>,
) => Promise<number>;

/** Rows in the text of `copy`, as a backup holds them. */
const copier: Remplisseur = async (client, table, lignes) => {
  const copie = client.query(copierDepuis(`copy ${enSql(table)} from stdin`));
  await pipeline(lignes, copie);
  return copie.rowCount;
};

/** Why a backup cannot be put into this database. */
export type RefusDEcrire =
  | { refus: "plus_recente" }
  | { refus: "pas_vide" }
  | { refus: "discordante"; table: string };

/**
 * Puts a backup into an empty database, in one transaction: all of it or nothing. The tables are first brought to the
 * version that the backup was made with, then to the present one. Gives why it refuses, or null.
 */
export async function ecrireTables(
  config: pg.PoolConfig,
  debut: Debut,
  trames: AsyncIterable<Trame>,
  avancer: (table: string, faites: number, enTout: number) => void,
  ecrire: Remplisseur = copier,
): Promise<RefusDEcrire | null> {
  const siennes = Object.fromEntries(
    Object.entries(MIGRATIONS).filter(([n]) => debut.migrations.includes(n)),
  );
  if (Object.keys(siennes).length !== debut.migrations.length) return { refus: "plus_recente" };
  const client = await connexionDeCopie(config);
  try {
    await client.query("select pg_advisory_lock($1)", [VERROUS.restauration]);
    if (!(await preparerPlace(client, debut))) return { refus: "pas_vide" };
    await migrer(config, siennes);
    const refus = await remplir(client, debut, trames, avancer, ecrire);
    if (refus === null) await migrer(config);
    return refus;
  } finally {
    await client.end();
  }
}

/** False when a table holds a row. Empty tables of another version than the backup's are taken away. */
async function preparerPlace(client: pg.Client, debut: Debut): Promise<boolean> {
  await client.query("begin");
  const tables = await tablesPresentes(client);
  const pleine = await commeProprietaire(client, () => premiereTablePleine(client, tables));
  const faites = await migrationsFaites(client);
  if (pleine === undefined && faites.some((m) => !debut.migrations.includes(m))) {
    await retirerLesTables(client, tables);
  }
  await client.query("commit");
  return pleine === undefined;
}

async function remplir(
  client: pg.Client,
  debut: Debut,
  trames: AsyncIterable<Trame>,
  avancer: (table: string, faites: number, enTout: number) => void,
  ecrire: Remplisseur,
): Promise<RefusDEcrire | null> {
  await client.query("begin");
  const refus = await commeProprietaire(client, async (): Promise<RefusDEcrire | null> => {
    if ((await premiereTablePleine(client, debut.tables)) !== undefined) return { refus: "pas_vide" };
    // What triggers write beside a row is in the backup too.
    await declencheurs(client, debut.tables, "disable");
    const table = await ecrireTout(client, debut.tables, trames, avancer, ecrire);
    await declencheurs(client, debut.tables, "enable");
    if (table !== null) return { refus: "discordante", table };
    for (const t of debut.tables) await reprendreLeNumero(client, t);
    // Whoever was signed in then may have lost that right since.
    if (debut.tables.some((t) => t.nom === "session")) await client.query("delete from session");
    return null;
  });
  await client.query(refus === null ? "commit" : "rollback");
  return refus;
}

/** Gives the first table that is not what the backup says, or null. */
async function ecrireTout(
  client: pg.Client,
  tables: readonly TablePresente[],
  trames: AsyncIterable<Trame>,
  avancer: (table: string, faites: number, enTout: number) => void,
  ecrire: Remplisseur,
): Promise<string | null> {
  const suite = trames[Symbol.asyncIterator]();
  for (const [i, table] of tables.entries()) {
    avancer(table.nom, i, tables.length);
    const compte = compteDeLignes();
    let fin: FinDeTable | undefined;
    const lignes = async function* () {
      for (let t = await suite.next(); !t.done; t = await suite.next()) {
        if (t.value.sorte === "fin") {
          fin = t.value;
          return;
        }
        if (t.value.sorte === "debut") continue;
        compte.ajouter(t.value.octets);
        yield t.value.octets;
      }
    };
    const ecrites = await ecrire(client, table, lignes());
    const { lignes: lues, sha256 } = compte.total();
    if (fin?.table !== table.nom || fin.lignes !== lues || fin.sha256 !== sha256 || ecrites !== lues) {
      return table.nom;
    }
  }
  if (!(await suite.next()).done) throw new Error("a backup goes on after its last table");
  return null;
}

async function declencheurs(
  client: pg.Client,
  tables: readonly TablePresente[],
  etat: "enable" | "disable",
): Promise<void> {
  for (const { nom } of tables) {
    await client.query(`alter table ${pg.escapeIdentifier(nom)} ${etat} trigger user`);
  }
}

async function reprendreLeNumero(client: pg.Client, { nom, identite }: TablePresente): Promise<void> {
  if (identite === null) return;
  const [table, colonne] = [pg.escapeIdentifier(nom), pg.escapeIdentifier(identite)];
  await client.query(
    `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${colonne}), 1), max(${colonne}) is not null)
       from ${table}`,
    [table, identite],
  );
}

import { Kysely, PostgresDialect } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import pg from "pg";
import { tairePertes } from "./connexion.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { ErreurDemarrage } from "./postgres/erreur-demarrage.ts";
import { VERROUS } from "./verrous.ts";

/**
 * Brings the tables up to this version of the code and gives the names of the steps run. Each step is one transaction:
 * whatever interrupts it, the next start takes up at the step that had not ended. Several processes may do it at once.
 */
export async function migrer(
  poolConfig: pg.PoolConfig,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<readonly string[]> {
  const pool = new pg.Pool({ ...poolConfig, max: 3 });
  tairePertes(pool);
  // A connection lost between two steps: the next query on the pool says so.
  pool.on("error", () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await aSonTour(pool, () => monter(db, migrations));
  } finally {
    await db.destroy();
  }
}

/** Whoever looks at tables while another changes them finds half of it: each waits for the one before. */
async function aSonTour<T>(pool: pg.Pool, fn: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(${VERROUS.migration})`);
    return await fn();
  } finally {
    // The lock goes with its connection: nothing was written on it.
    client.release(true);
  }
}

async function monter(
  db: Kysely<unknown>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly string[]> {
  await refuserVersionPlusRecente(db, migrations);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const faites: string[] = [];
  for (;;) {
    const { error, results = [] } = await migrator.migrateUp();
    if (error !== undefined) throw error;
    if (results.length === 0) return faites;
    faites.push(...results.map((etape) => etape.migrationName));
  }
}

async function refuserVersionPlusRecente(
  db: Kysely<unknown>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return;
  const faites = await (db as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  if (faites.some(({ name }) => migrations[name] === undefined)) {
    throw new ErreurDemarrage(
      "Ces données ont été écrites par une version plus récente de Probant. Rien n’a été modifié. " +
        "Installez cette version, ou donnez un autre dossier par PROBANT_DATA.",
    );
  }
}

import { Kysely, PostgresDialect } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import pg from "pg";
import { tairePertes } from "./connexion.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { ErreurDemarrage } from "./postgres/erreur-demarrage.ts";

/**
 * Brings the tables up to this version of the code and gives the names of the steps run. Each step is one transaction:
 * whatever interrupts it, the next start takes up at the step that had not ended. Several processes may do it at once.
 */
export async function migrer(
  poolConfig: pg.PoolConfig,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<readonly string[]> {
  const pool = new pg.Pool({ ...poolConfig, max: 2 });
  tairePertes(pool);
  // A connection lost between two steps: the next query on the pool says so.
  pool.on("error", () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuserVersionPlusRecente(db, migrations);
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
    const faites: string[] = [];
    for (;;) {
      const { error, results = [] } = await migrator.migrateUp();
      if (error !== undefined) throw error;
      if (results.length === 0) return faites;
      faites.push(...results.map((etape) => etape.migrationName));
    }
  } finally {
    await db.destroy();
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

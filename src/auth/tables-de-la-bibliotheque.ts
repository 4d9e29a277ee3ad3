import {
  Kysely,
  type KyselyPlugin,
  type PluginTransformResultArgs,
  PostgresDialect,
  type QueryResult,
  type UnknownRow,
} from "kysely";
import type pg from "pg";

const MOMENTS = [
  "expiresAt",
  "createdAt",
  "updatedAt",
  "accessTokenExpiresAt",
  "refreshTokenExpiresAt",
  "lockedUntil",
];

/**
 * The library compares moments as `Date`, and our connections give them as ISO texts: told a text, it would take every
 * session for a living one.
 */
const enDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => ({
    ...result,
    rows: result.rows.map((row) => {
      const change = { ...row };
      for (const nom of MOMENTS) {
        const valeur = row[nom];
        if (typeof valeur === "string") change[nom] = new Date(valeur);
      }
      return change;
    }),
  }),
};

/** The tables of accounts as the library reads and writes them. */
export function tablesDeLaBibliotheque(pool: pg.Pool) {
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool }),
    plugins: [enDates],
  });
  return { db, type: "postgres" as const, transaction: true };
}

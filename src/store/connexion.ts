import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Hasher } from "../evidence/hasher.ts";
import { estUuid } from "../values/uuid.ts";
import type { Tables } from "./tables/tables.ts";
import { TYPES_POSTGRES } from "./types-postgres.ts";

/** The open database of the application. */
export interface Base {
  readonly pool: pg.Pool;
  readonly hasher: Hasher;
  fermer(): Promise<void>;
}

declare const marque: unique symbol;

/** A transaction on the rows of one organisation. Only `transaction` makes one. */
export interface Tx {
  readonly [marque]: true;
  readonly organismeId: string;
  readonly hasher: Hasher;
  readonly db: Kysely<Tables>;
  /** The connection itself, for the few statements that are kept prepared. */
  readonly client: pg.PoolClient;
  /** The name under which such a statement is kept; undefined where connections pass from hand to hand. */
  readonly garder: (nom: string) => string | undefined;
}

export interface OptionsBase {
  readonly poolConfig: pg.PoolConfig;
  readonly hasher: Hasher;
  /** Connections at most; our own server takes 60 in all. */
  readonly connexions?: number;
  /** Told when an idle connection is lost: the pool opens another one by itself. */
  readonly journalise: (phrase: string) => void;
}

/** Role under which every request runs: it owns nothing, so row-level security holds it. */
const ROLE_APPLICATION = "probant_app";
/** Role of the sequencer's survey: sees which organisations have heads waiting, and nothing else. */
const ROLE_SERVICE = "probant_service";

/** The connections to the database, to be closed. One that is lost while idle is told of, and replaced. */
export function ouvrirBase({ poolConfig, hasher, connexions = 12, journalise }: OptionsBase): Base {
  const pool = new pg.Pool({ ...poolConfig, max: connexions, types: TYPES_POSTGRES, pipeline: true });
  tairePertes(pool);
  let fermeture: Promise<void> | undefined;
  pool.on("error", () => {
    if (fermeture === undefined) journalise("Une connexion à la base de données a été perdue.");
  });
  const fermer = () => {
    fermeture ??= pool.end();
    return fermeture;
  };
  return { pool, hasher, fermer };
}

/**
 * The name of a statement kept prepared on its connection; undefined behind a DATABASE_URL: a pgbouncer there would
 * hand the connection, and its prepared statements, from one transaction to another.
 */
function nomGarde({ options }: Pick<pg.Pool, "options">, nom: string): string | undefined {
  return options.connectionString === undefined ? nom : undefined;
}

/**
 * Connections that break tell it to the query that runs, whose caller answers for it. They emit an error besides, which
 * would end the process if nobody listened.
 */
export function tairePertes(pool: pg.Pool): void {
  pool.on("connect", (client) => client.on("error", () => undefined));
}

/**
 * Whose rows a transaction sees: an organisation's, and of its dossiers those of these sites when the person is held to
 * some.
 */
export type Portee =
  | string
  | { readonly organismeId: string; readonly sites?: readonly string[] | null | undefined };

/**
 * Runs `fn` in one transaction that sees and writes the rows of this organisation only. Whatever `fn` throws rolls
 * everything back and is thrown again; nothing is retried.
 */
export function transaction<T>(base: Base, portee: Portee, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return executerPour(base, portee, "begin", valider, fn);
}

/**
 * The same for reading: nothing can be written, and every statement sees the database at one same moment. Its end is
 * not waited for, as it can lose nothing.
 */
export function transactionDeLecture<T>(base: Base, portee: Portee, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return executerPour(base, portee, "begin isolation level repeatable read read only", quitter, fn);
}

async function executerPour<T>(
  base: Base,
  portee: Portee,
  debut: string,
  finir: Fin,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { organismeId, sites } = typeof portee === "string" ? { organismeId: portee, sites: null } : portee;
  if (!estUuid(organismeId)) throw new TypeError("organismeId is not a lower-case uuid");
  const ouverture = `${debut}; set local role ${ROLE_APPLICATION}; set local probant.organisme = '${organismeId}'${tenirAuxSites(sites)}`;
  return executer(base, ouverture, finir, (db, client) =>
    fn({ organismeId, hasher: base.hasher, db, client, garder: (nom) => nomGarde(base.pool, nom) } as Tx),
  );
}

function tenirAuxSites(sites: readonly string[] | null | undefined): string {
  if (sites == null) return "";
  if (!sites.every(estUuid)) throw new TypeError("a site is not a lower-case uuid");
  return `; set local probant.sites = '{${sites.join(",")}}'`;
}

/** Runs `fn` in one transaction under the role of the service, which crosses organisations and reads two tables. */
export function transactionDeService<T>(base: Base, fn: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  return executer(base, `begin; set local role ${ROLE_SERVICE}`, valider, fn);
}

/**
 * Gives up the role of a request until the transaction ends, for what lies outside row-level security: accounts and
 * who belongs where. Only what founds an organisation writes both at once.
 */
export async function quitterLeRole({ client }: Tx): Promise<pg.PoolClient> {
  await client.query("reset role");
  return client;
}

/**
 * Runs `fn` while this process, alone among all on the database, holds the lock of that number; undefined when another
 * holds it. It does not wait: whoever waited would keep a connection that the holder may need.
 */
export function siSeul<T>(base: Base, verrou: number, fn: () => Promise<T>): Promise<T | undefined> {
  return sousVerrou(base, "select pg_try_advisory_xact_lock($1) as pris", verrou, fn);
}

/** The same for what is done at a start, when nobody needs connections yet: each waits for its turn. */
export async function aSonTour<T>(base: Base, verrou: number, fn: () => Promise<T>): Promise<T> {
  return (await sousVerrou(base, "select true as pris from pg_advisory_xact_lock($1)", verrou, fn)) as T;
}

async function sousVerrou<T>(
  base: Base,
  prendre: string,
  verrou: number,
  fn: () => Promise<T>,
): Promise<T | undefined> {
  const client = await base.pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query(prendre, [verrou]);
    const resultat = rows[0].pris === true ? await fn() : undefined;
    await client.query("commit");
    client.release();
    return resultat;
  } catch (erreur) {
    await annuler(client);
    throw erreur;
  }
}

async function executer<T>(
  base: Base,
  ouverture: string,
  finir: Fin,
  fn: (db: Kysely<Tables>, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await base.pool.connect();
  try {
    reunirEnvois(client);
    // Not awaited: the first statement of `fn` leaves with it and spares a round trip. Should the opening fail, the
    // transaction is aborted and every statement behind it is refused by the server.
    const ouverte = client.query(ouverture);
    ouverte.catch(() => undefined);
    const resultat = await fn(kyselySur(client), client);
    await ouverte;
    await finir(client);
    client.release();
    return resultat;
  } catch (erreur) {
    await annuler(client);
    throw erreur;
  }
}

type Fin = (client: pg.PoolClient) => Promise<void>;

const valider: Fin = async (client) => {
  const { command } = await client.query("commit");
  // The server answers ROLLBACK to a commit when a statement had failed and `fn` went on.
  if (command !== "COMMIT") throw new Error("the transaction had failed before its commit");
};

// Whoever has the connection next waits behind this commit; should the connection be lost, he is the one to know.
const quitter: Fin = async (client) => {
  client.query("commit").catch(() => undefined);
};

/** What leaves in this turn leaves in one write: waking the server costs more than what it is told. */
function reunirEnvois({ connection: { stream } }: pg.PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

async function annuler(client: pg.PoolClient): Promise<void> {
  try {
    await client.query("rollback");
    client.release();
  } catch {
    // The connection itself is gone, and with it the transaction: the caller gets the error that came first.
    client.release(true);
  }
}

const ouverts = new WeakMap<pg.PoolClient, Kysely<Tables>>();

/** One query builder per connection, bound to it: inside a transaction no statement may go anywhere else. */
function kyselySur(client: pg.PoolClient): Kysely<Tables> {
  const present = ouverts.get(client);
  if (present !== undefined) return present;
  const seul = Object.assign(Object.create(client) as pg.PoolClient, {
    query: client.query.bind(client),
    release: () => undefined,
  });
  const pool = { connect: async () => seul, end: async () => undefined, options: {} };
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  ouverts.set(client, kysely);
  return kysely;
}

import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type Base, ouvrirBase, transaction } from "../../src/store/connexion.ts";
import { creerOrganisme } from "../../src/store/organisme/organismes.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { MODELE } from "./global-setup.ts";

export interface BaseDeTest extends Base {
  readonly poolConfig: pg.PoolConfig;
}

/** Where a closing is left: at the end of the test, unless a whole file shares what was opened. */
export type ALaFin = (fermer: () => Promise<void>) => void;

/** A database of its own for one test, copied from the template and dropped when the test ends. */
export async function ouvrirBaseDeTest(
  modele: string = MODELE,
  aLaFin: ALaFin = onTestFinished,
): Promise<BaseDeTest> {
  const serveur = inject("serveur");
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create database ${database} template ${modele}`);
  const poolConfig = { ...serveur, database };
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, journalise: () => undefined });
  aLaFin(async () => {
    await base.fermer();
    await administrer(`drop database ${database} (force)`);
  });
  return { ...base, poolConfig };
}

/** A fresh organisation in that database; gives its id. */
export async function ouvrirOrganisme(base: Base, nom = "Cabinet Horizon fictif"): Promise<string> {
  const id = randomUUID();
  await transaction(base, id, (tx) => creerOrganisme(tx, { nom }));
  return id;
}

/** One statement as the owner of everything, outside of what the application may do. */
export async function administrer(
  sql: string,
  database = "postgres",
  valeurs: unknown[] = [],
): Promise<pg.QueryResult> {
  const client = new pg.Client({ ...inject("serveur"), database });
  await client.connect();
  try {
    return await client.query(sql, valeurs);
  } finally {
    await client.end();
  }
}

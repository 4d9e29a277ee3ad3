import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrer } from "../../src/store/migrer.ts";
import { ouvrirPostgres } from "../../src/store/postgres/ouvrir-postgres.ts";
import { lireOrigine } from "./origine.ts";

/** The migrated database that every test copies. */
export const MODELE = "probant_modele";

declare module "vitest" {
  interface ProvidedContext {
    /** How to reach the server of this run; each test chooses its own database on it. */
    readonly serveur: { readonly host: string; readonly port: number; readonly user: string };
  }
}

/** One server and one migrated template database for the whole run, on the binaries that PROBANT_TEST_PG names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dossierDonnees = await mkdtemp(join(tmpdir(), "probant-tests-"));
  const messages: string[] = [];
  const postgres = await ouvrirPostgres({
    dossierDonnees,
    origine: lireOrigine(),
    journalise: (phrase) => messages.push(phrase),
  });
  const client = new pg.Client({ ...postgres.poolConfig, database: "postgres" });
  await client.connect();
  await client.query(`create database ${MODELE}`);
  await client.end();
  await migrer({ ...postgres.poolConfig, database: MODELE });
  const { host = "", port = 0, user = "" } = postgres.poolConfig;
  project.provide("serveur", { host, port, user });
  return async () => {
    await postgres.arreter();
    await rm(dossierDonnees, { recursive: true });
  };
}

import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { expect, onTestFinished, test } from "vitest";
import { administrer, type BaseDeTest, ouvrirBaseDeTest } from "../../tests/harness/base.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { migrer } from "./migrer.ts";
import { ErreurDemarrage } from "./postgres/erreur-demarrage.ts";

const ouvrirBaseVide = () => ouvrirBaseDeTest("template1");

async function tables({ poolConfig }: BaseDeTest): Promise<string[]> {
  const { rows } = await administrer(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    poolConfig.database,
  );
  return rows.map((r) => r.relname).filter((nom) => !nom.startsWith("kysely_"));
}

const etape = (corps: (db: Kysely<unknown>) => Promise<unknown>): Migration => ({
  up: async (db) => void (await corps(db)),
});
const creer = (nom: string) => etape((db) => sql`create table ${sql.table(nom)} (n int)`.execute(db));

test("une base vide reçoit toutes les étapes dans l’ordre, une base à jour n’en reçoit aucune", async () => {
  const base = await ouvrirBaseVide();
  expect(await migrer(base.poolConfig)).toEqual(Object.keys(MIGRATIONS).toSorted());
  expect(await tables(base)).toContain("fait");
  expect(await migrer(base.poolConfig)).toEqual([]);
});

test("un compte qui a créé les rôles sans pouvoir agir sous eux (PostgreSQL 16) en reçoit le droit", async () => {
  const base = await ouvrirBaseVide();
  const compte = `compte_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create role ${compte} createrole`);
  onTestFinished(async () => {
    const rendre = `reassign owned by ${compte} to current_user; drop owned by ${compte}; drop role ${compte}`;
    await administrer(rendre, base.poolConfig.database);
  });
  await administrer(`alter database ${base.poolConfig.database} owner to ${compte}`);
  const { rows } = await administrer("select current_setting('server_version_num')::int as version");
  const [droit, avec] =
    rows[0].version < 160_000 ? ["member", "with admin option"] : ["set", "with admin true, set false"];
  await administrer(`grant probant_app, probant_service to ${compte} ${avec}`);
  await migrer({ ...base.poolConfig, options: `-c role=${compte}` });
  const { rows: droits } = await administrer(
    `select pg_has_role($1, 'probant_app', $2) as app, pg_has_role($1, 'probant_service', $2) as service`,
    base.poolConfig.database,
    [compte, droit],
  );
  expect(droits).toEqual([{ app: true, service: true }]);
});

test("trois processus qui migrent en même temps se partagent les étapes, chacune une fois", async () => {
  const base = await ouvrirBaseVide();
  const faites = await Promise.all([1, 2, 3].map(() => migrer(base.poolConfig)));
  expect(faites.flat().toSorted()).toEqual(Object.keys(MIGRATIONS).toSorted());
});

test("une étape coupée en son milieu ne laisse rien d’elle, et le démarrage suivant la reprend", async () => {
  const base = await ouvrirBaseVide();
  const coupee = etape(async (db) => {
    await sql`create table deux (n int)`.execute(db);
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
  });
  const suite = { "0001-un": creer("un"), "0002-deux": coupee, "0003-trois": creer("trois") };
  await expect(migrer(base.poolConfig, suite)).rejects.toThrow();
  expect(await tables(base)).toEqual(["un"]);
  const reprise = { ...suite, "0002-deux": creer("deux") };
  expect(await migrer(base.poolConfig, reprise)).toEqual(["0002-deux", "0003-trois"]);
  expect(await tables(base)).toEqual(["deux", "trois", "un"]);
});

test("des données d’une version plus récente sont refusées en français et laissées intactes", async () => {
  const base = await ouvrirBaseVide();
  const recentes = { "0001-un": creer("un"), "0002-deux": creer("deux") };
  await migrer(base.poolConfig, recentes);
  const refus = migrer(base.poolConfig, { "0001-un": recentes["0001-un"] });
  await expect(refus).rejects.toBeInstanceOf(ErreurDemarrage);
  await expect(refus).rejects.toMatchObject({ phrase: expect.stringContaining("version plus récente") });
  expect(await tables(base)).toEqual(["deux", "un"]);
});

import { readFile } from "node:fs/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { administrer, ouvrirBaseDeTest, ouvrirOrganisme } from "../../tests/harness/base.ts";
import { ecrireDossier } from "../../tests/harness/ecritures.ts";
import { transaction } from "./connexion.ts";
import { phraseDePanne } from "./pannes.ts";

const echec = (promesse: Promise<unknown>) =>
  promesse.then(
    () => undefined,
    (e: unknown) => e,
  );

test("une connexion coupée pendant un acte se dit, l’acte n’a rien laissé, et la base resert aussitôt", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const erreur = await echec(
    transaction(base, organismeId, async (tx) => {
      await ecrireDossier(tx);
      await tx.client.query("set local role none; select pg_terminate_backend(pg_backend_pid())");
    }),
  );
  expect(phraseDePanne(erreur)).toMatch(/^La base de données redémarre\./);
  const { rows } = await administrer("select count(*)::int as n from dossier", base.poolConfig.database);
  expect(rows).toEqual([{ n: 0 }]);
  expect(await transaction(base, organismeId, (tx) => ecrireDossier(tx))).toMatch(/^[0-9a-f-]{36}$/);
});

test("un serveur absent se dit", async () => {
  const client = new pg.Client({ host: "/nulle-part", user: "probant" });
  expect(phraseDePanne(await echec(client.connect()))).toMatch(/^La base de données redémarre\./);
});

test("un disque plein se dit", () => {
  const erreur = Object.assign(new Error("could not extend file"), { code: "53100" });
  expect(phraseDePanne(erreur)).toContain("Le disque du serveur est plein");
});

test("une faute de programme n’est pas une panne", async () => {
  const base = await ouvrirBaseDeTest();
  expect(phraseDePanne(await echec(base.pool.query("select 1 / 0")))).toBeUndefined();
  expect(phraseDePanne(new TypeError("x"))).toBeUndefined();
  const sansFichier = await echec(readFile("/nulle-part/fichier"));
  expect(sansFichier).toMatchObject({ code: "ENOENT" });
  expect(phraseDePanne(sansFichier)).toBeUndefined();
  expect(phraseDePanne("x")).toBeUndefined();
});

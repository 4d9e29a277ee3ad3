import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { expect, inject, it, onTestFinished } from "vitest";
import { contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { ouvrirBase, transaction } from "../../src/store/connexion.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { rejouerLesDestructions } from "../../src/usecases/destruction/apres-restauration.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import { releverSauvegarde } from "../../src/usecases/sauvegarde/relire.ts";
import { restaurer } from "../../src/usecases/sauvegarde/restaurer.ts";
import { sauvegarder } from "../../src/usecases/sauvegarde/sauvegarder.ts";
import { jour } from "../../src/values/jour.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { administrer, type BaseDeTest } from "../harness/base.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

const taire = () => undefined;
const _detruire = contenusDetruits.nouveau(jour("2026-11-16"), { documents: 3 });

async function dossierJetable(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-sauvegarde-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  return dossier;
}

/** A database without any table, dropped when the test ends. */
async function baseVide(): Promise<pg.PoolConfig> {
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create database ${database}`);
  onTestFinished(async () => {
    await administrer(`drop database ${database} (force)`);
  });
  return { ...inject("serveur"), database };
}

/** Puts a backup into that database and gives the house on it, as the application opens it. */
async function remettre(m: MaisonDeTest, poolConfig: pg.PoolConfig, chemin: string): Promise<Maison> {
  const { trousseau } = m.maison;
  const releve = await releverSauvegarde(trousseau, chemin);
  await restaurer({ poolConfig, trousseau }, chemin, releve, taire);
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, journalise: taire });
  onTestFinished(() => base.fermer());
  const maison = { ...m.maison, base };
  await rejouerLesDestructions(maison);
  return maison;
}

function textes(maison: Maison, organismeId: string, reference: string): Promise<string[] | null> {
  return transaction(maison.base, organismeId, async (tx) => {
    const ouverts = await ouvrirContenus(maison, tx, (await chargerDossier(tx, reference))!);
    return ouverts && [...ouverts.values()];
  });
}

/** Every row of every table, as text, in an order of its own. */
async function toutesLesLignes(poolConfig: pg.PoolConfig): Promise<Record<string, string[]>> {
  const { rows } = await administrer(
    `select relname as nom from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname not like 'kysely%' and relname <> 'session' order by 1`,
    poolConfig.database,
  );
  const tout: Record<string, string[]> = {};
  for (const { nom } of rows) {
    const lues = await administrer(`select t::text as ligne from "${nom}" t order by 1`, poolConfig.database);
    tout[nom] = lues.rows.map((r) => r.ligne);
  }
  return tout;
}

it("une sauvegarde remise dans une base vide redonne chaque ligne de chaque table, et la suite des numéros", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const un = await ecrireHistoire(m, auteur, BILAN_REMIS);
  await tenirLesJournaux(m.maison);
  const chemin = join(await dossierJetable(), "essai.sauvegarde");
  const phrases: string[] = [];
  const faite = await sauvegarder(m.maison, chemin, (p) => phrases.push(p));
  expect(phrases.at(-1)).toBe("Relecture de la sauvegarde…");
  expect(faite.lignes).toBeGreaterThan(50);

  const octets = await readFile(chemin);
  expect(octets.length).toBe(faite.octets);
  expect(octets.includes(CANARI)).toBe(false);
  expect(octets.includes("Camille")).toBe(false);

  const poolConfig = await baseVide();
  const maison = await remettre(m, poolConfig, chemin);
  expect(await toutesLesLignes(poolConfig)).toEqual(
    await toutesLesLignes((m.maison.base as BaseDeTest).poolConfig),
  );
  expect(await textes(maison, m.organismeId, un.reference)).toEqual(
    await textes(m.maison, m.organismeId, un.reference),
  );
  const deux = await ecrireHistoire({ maison, regler: m.regler }, auteur, BILAN_REMIS);
  expect(deux.reference).not.toBe(un.reference);
  await tenirLesJournaux(maison);
  expect(await verifierLeJournal(maison, m.organismeId)).toMatchObject({ constats: [], dossiers: 2 });
});

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, it, onTestFinished } from "vitest";
import { contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { ouvrirBase, transaction } from "../../src/store/connexion.ts";
import { MIGRATIONS } from "../../src/store/migrations/index.ts";
import { migrer } from "../../src/store/migrer.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { rejouerLesDestructions } from "../../src/usecases/destruction/apres-restauration.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import { releverSauvegarde } from "../../src/usecases/sauvegarde/relire.ts";
import { restaurer } from "../../src/usecases/sauvegarde/restaurer.ts";
import { sauvegarder } from "../../src/usecases/sauvegarde/sauvegarder.ts";
import { jour } from "../../src/values/jour.ts";
import { ErreurSauvegarde } from "../../src/vault/erreur-sauvegarde.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { administrer, type BaseDeTest } from "../harness/base.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { MODELE } from "../harness/global-setup.ts";
import { CAMILLE, ecrireFaits, ecrireHistoire, ouvrirDossierVide } from "../harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

const RACINE = join(import.meta.dirname, "..", "..");
const taire = () => undefined;
const detruire = contenusDetruits.nouveau(jour("2026-11-16"), { documents: 3 });

async function dossierJetable(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-sauvegarde-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  return dossier;
}

/** A database without any row, and without any table unless it is copied, dropped when the test ends. */
async function baseVide(modele = "template1"): Promise<pg.PoolConfig> {
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create database ${database} template ${modele}`);
  onTestFinished(async () => {
    await administrer(`drop database ${database} (force)`);
  });
  return { ...inject("serveur"), database };
}

const enUrl = ({ host = "", port, user, database }: pg.PoolConfig) =>
  `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;

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

it("pendant qu’on écrit, elle est d’un seul instant : le journal restauré concorde", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  let finie = false;
  let faits = 0;
  const ecrire = async () => {
    while (!finie) {
      const { reference } = await ouvrirDossierVide(m.maison, auteur, CAMILLE);
      for (const fait of BILAN_REMIS.slice(0, 8)) {
        await ecrireFaits(m.maison, auteur, reference, [fait]);
        faits += 1;
      }
      await tenirLesJournaux(m.maison);
    }
  };
  const ecritures = [ecrire(), ecrire()];
  const chemin = join(await dossierJetable(), "en-cours.sauvegarde");
  const aChaqueTable: number[] = [];
  await sauvegarder(m.maison, chemin, () => aChaqueTable.push(faits));
  finie = true;
  await Promise.all(ecritures);
  expect(aChaqueTable.at(-1)).toBeGreaterThan(aChaqueTable[0]!);
  const maison = await remettre(m, await baseVide(), chemin);
  await tenirLesJournaux(maison);
  const bilan = await verifierLeJournal(maison, m.organismeId);
  expect(bilan.constats).toEqual([]);
  expect(bilan.faits).toBeLessThan(faits);
});

it("un octet changé, un fichier coupé ou allongé, une autre clé : refusés, et rien n’est écrit", async () => {
  const m = await ouvrirMaisonDeTest();
  const dossier = await dossierJetable();
  const chemin = join(dossier, "bonne.sauvegarde");
  await sauvegarder(m.maison, chemin, taire);
  const bons = await readFile(chemin);
  const essai = join(dossier, "essai.sauvegarde");
  const refuse = async (octets: Buffer, quoi: string) => {
    await writeFile(essai, octets);
    const erreur = await releverSauvegarde(m.maison.trousseau, essai).catch((e) => e);
    expect([quoi, erreur instanceof ErreurSauvegarde]).toEqual([quoi, true]);
  };
  const entete = bons.indexOf("\n") + 1;
  for (let i = 0; i < bons.length; i += i < entete ? 1 : 61) {
    const octets = Buffer.from(bons);
    octets[i]! ^= 1 << (i % 8);
    await refuse(octets, `octet ${i}`);
  }
  for (const taille of [0, 10, entete, entete + 1, bons.length - 17, bons.length - 1]) {
    await refuse(bons.subarray(0, taille), `coupé à ${taille}`);
  }
  await refuse(Buffer.concat([bons, Buffer.from([0])]), "allongé");
  await refuse(Buffer.concat([bons, bons.subarray(entete)]), "doublé");
  const autre = await ouvrirTrousseau(join(dossier, "autre", "trousseau.json"));
  await expect(releverSauvegarde(autre, chemin)).rejects.toThrow(ErreurSauvegarde);
  expect((await releverSauvegarde(m.maison.trousseau, chemin)).fins.length).toBeGreaterThan(20);
});

it("n’écrase rien, et ne laisse rien derrière elle quand elle échoue", async () => {
  const m = await ouvrirMaisonDeTest();
  const dossier = await dossierJetable();
  const chemin = join(dossier, "la.sauvegarde");
  await writeFile(chemin, "autre chose");
  await expect(sauvegarder(m.maison, chemin, taire)).rejects.toThrow(ErreurSauvegarde);
  expect(await readFile(chemin, "utf8")).toBe("autre chose");
  const venu = join(dossier, "venu-entre-temps.sauvegarde");
  // Somebody makes a file of that name while the backup is read back.
  await expect(
    sauvegarder(m.maison, venu, (p) => p.startsWith("Relecture") && writeFileSync(venu, "autre chose")),
  ).rejects.toMatchObject({ phrase: expect.stringContaining("existe déjà") });
  expect(await readFile(venu, "utf8")).toBe("autre chose");
  await expect(sauvegarder(m.maison, join(dossier, "nulle", "part"), taire)).rejects.toMatchObject({
    phrase: expect.stringContaining("son dossier n’existe pas"),
  });
  expect((await readdir(dossier)).sort()).toEqual(["la.sauvegarde", "venu-entre-temps.sauvegarde"]);
});

it("ne se remet pas dans une base qui contient une ligne, ni quand elle est plus récente", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  // More than what the streams hold: the file must be let go of before its end.
  for (let i = 0; i < 4; i += 1) {
    const { reference } = await ouvrirDossierVide(m.maison, auteur, CAMILLE);
    await ecrireFaits(m.maison, auteur, reference, BILAN_REMIS);
  }
  const { poolConfig } = m.maison.base as BaseDeTest;
  const chemin = join(await dossierJetable(), "essai.sauvegarde");
  await sauvegarder(m.maison, chemin, taire);
  const avant = await toutesLesLignes(poolConfig);
  const { trousseau } = m.maison;
  const releve = await releverSauvegarde(trousseau, chemin);
  await expect(restaurer({ poolConfig, trousseau }, chemin, releve, taire)).rejects.toMatchObject({
    phrase: expect.stringContaining("contient déjà des données"),
  });
  expect(await toutesLesLignes(poolConfig)).toEqual(avant);
  const debut = { ...releve.debut, migrations: [...releve.debut.migrations, "9999-demain"] };
  const vide = await baseVide(MODELE);
  await expect(
    restaurer({ poolConfig: vide, trousseau }, chemin, { ...releve, debut }, taire),
  ).rejects.toMatchObject({ phrase: expect.stringContaining("version plus récente") });
  expect(Object.values(await toutesLesLignes(vide)).flat()).toEqual([]);
});

it("une sauvegarde d’avant une destruction ne fait rien revenir ; celles d’un autre dossier s’ouvrent", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const un = await ecrireHistoire(m, auteur, BILAN_REMIS);
  const autre = await ecrireHistoire(m, auteur, BILAN_REMIS);
  const attendus = await textes(m.maison, m.organismeId, autre.reference);
  const chemin = join(await dossierJetable(), "ancienne.sauvegarde");
  await sauvegarder(m.maison, chemin, taire);
  await ecrireFaits(m.maison, auteur, un.reference, [detruire]);
  expect(await rendreLesDestructionsEffectives(m.maison)).toMatchObject({ effectives: 1 });

  const maison = await remettre(m, await baseVide(MODELE), chemin);
  expect(await textes(maison, m.organismeId, un.reference)).toBeNull();
  expect(await textes(maison, m.organismeId, autre.reference)).toEqual(attendus);
  await tenirLesJournaux(maison);
  expect(await verifierLeJournal(maison, m.organismeId)).toMatchObject({ constats: [] });
});

it("une sauvegarde d’un schéma plus ancien se remet, puis les tables sont mises à jour", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  const anciennes = Object.fromEntries(Object.entries(MIGRATIONS).filter(([n]) => n < "0020"));
  const poolConfig = await baseVide();
  await migrer(poolConfig, anciennes);
  const id = randomUUID();
  await administrer("insert into organisme (id, donnees) values ($1, '{}')", poolConfig.database, [id]);
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, journalise: taire });
  onTestFinished(() => base.fermer());
  const chemin = join(await dossierJetable(), "vieille.sauvegarde");
  await sauvegarder({ ...m.maison, base }, chemin, taire);

  const cible = await baseVide(MODELE);
  await remettre(m, cible, chemin);
  const { rows } = await administrer("select id from organisme", cible.database);
  expect(rows).toEqual([{ id }]);
  const faites = await administrer("select name from kysely_migration order by name", cible.database);
  expect(faites.rows.map((r) => r.name)).toEqual(Object.keys(MIGRATIONS).sort());
});

it("coupée par kill -9, une restauration laisse une installation vide qui se restaure ensuite", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const un = await ecrireHistoire(m, auteur, BILAN_REMIS);
  const chemin = join(await dossierJetable(), "essai.sauvegarde");
  await sauvegarder(m.maison, chemin, taire);
  const cible = await baseVide(MODELE);
  const gardien = new pg.Client(cible);
  await gardien.connect();
  onTestFinished(() => gardien.end());
  // The restore waits for this table, with those before it already written in its transaction.
  await gardien.query("begin; lock table fait in share mode");
  const enfant = spawn(
    process.execPath,
    [
      "--import",
      join(RACINE, "bin", "tsx-hook.mjs"),
      join(RACINE, "src", "cli", "probant.ts"),
      "restaurer",
      chemin,
    ],
    { env: { ...process.env, DATABASE_URL: enUrl(cible), PROBANT_KEYRING: m.trousseau }, stdio: "ignore" },
  );
  const parti = once(enfant, "exit");
  const attend = async (sql: string) => {
    for (;;) if ((await administrer(sql, cible.database)).rows[0].oui) return;
  };
  await attend(
    "select exists(select from pg_locks where relation = 'fait'::regclass and not granted) as oui",
  );
  enfant.kill("SIGKILL");
  await parti;
  await gardien.query("commit");
  await attend(
    `select not exists(select from pg_stat_activity where datname = current_database()
       and pid <> pg_backend_pid() and query like 'copy%') as oui`,
  );
  expect(Object.values(await toutesLesLignes(cible)).flat()).toEqual([]);
  const maison = await remettre(m, cible, chemin);
  expect(await textes(maison, m.organismeId, un.reference)).not.toBeNull();
});

/** An account as a host gives it: it owns its database, and is held by row-level security. */
async function compteDHebergeur(): Promise<{ compte: string; cible: pg.PoolConfig }> {
  const compte = `compte_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create role ${compte} login createrole`);
  onTestFinished(async () => {
    await administrer(`drop owned by ${compte}`);
    await administrer(`drop role ${compte}`);
  });
  const cible = await baseVide();
  await administrer(`alter database ${cible.database} owner to ${compte}`);
  await administrer(`grant probant_app, probant_service to ${compte}`);
  // The server of the tests knows its own account alone; what may be done is that of the account named here.
  return { compte, cible: { ...cible, options: `-c role=${compte}` } };
}

it("un compte d’hébergeur qui crée des rôles restaure, sauvegarde toutes les lignes, et recommence", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, auteur, CAMILLE);
  await ecrireFaits(m.maison, auteur, reference, BILAN_REMIS);
  const dossier = await dossierJetable();
  const chemin = join(dossier, "essai.sauvegarde");
  await sauvegarder(m.maison, chemin, taire);
  const { cible } = await compteDHebergeur();
  const maison = await remettre(m, cible, chemin);
  expect(await textes(maison, m.organismeId, reference)).not.toBeNull();
  const lignesDAvant = await toutesLesLignes((m.maison.base as BaseDeTest).poolConfig);
  expect(await toutesLesLignes(cible)).toEqual(lignesDAvant);
  const { rows } = await administrer(
    `select count(*)::int as n from pg_class where relrowsecurity and not relforcerowsecurity`,
    cible.database,
  );
  expect(rows).toEqual([{ n: 0 }]);
  const sienne = join(dossier, "deux.sauvegarde");
  const { lignes } = await sauvegarder(maison, sienne, taire);
  expect(lignes).toBe(Object.values(lignesDAvant).flat().length);
  // The role is there already the next time.
  expect((await sauvegarder(maison, join(dossier, "trois.sauvegarde"), taire)).lignes).toBe(lignes);
  // A rule that would hide a row from it makes no smaller backup: it makes none.
  await administrer("create policy cache on dossier as restrictive using (false)", cible.database);
  await expect(sauvegarder(maison, join(dossier, "quatre.sauvegarde"), taire)).rejects.toThrow("dossier");
});

it("un compte qui ne voit pas les lignes, et ne peut créer le rôle qui les lit, ne sauvegarde pas : il le dit", async () => {
  const m = await ouvrirMaisonDeTest();
  const dossier = await dossierJetable();
  const chemin = join(dossier, "essai.sauvegarde");
  await sauvegarder(m.maison, chemin, taire);
  const { compte, cible } = await compteDHebergeur();
  const maison = await remettre(m, cible, chemin);
  await administrer(`alter role ${compte} nocreaterole`);
  const deux = join(dossier, "deux.sauvegarde");
  await expect(sauvegarder(maison, deux, taire)).rejects.toMatchObject({
    phrase: expect.stringMatching(/CREATEROLE.*BYPASSRLS.*probant_sauvegarde/),
  });
  expect(await readdir(dossier)).toEqual(["essai.sauvegarde"]);
  // What its host does once for it.
  await administrer(
    `do $$ begin create role probant_sauvegarde nologin; exception when duplicate_object then null; end $$`,
  );
  await administrer(`grant probant_sauvegarde to ${compte}`);
  await sauvegarder(maison, deux, taire);
  expect((await releverSauvegarde(m.maison.trousseau, deux)).fins.length).toBeGreaterThan(20);
});

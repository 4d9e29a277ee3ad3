import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import { ouvrirBase, transaction } from "../../src/store/connexion.ts";
import { MIGRATIONS } from "../../src/store/migrations/index.ts";
import { migrer } from "../../src/store/migrer.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import type { Instant } from "../../src/values/instant.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { administrer } from "../harness/base.ts";
import { type Ecrite, type Ligne, lireFigees, remplir } from "./figees.ts";

const NOMS = Object.keys(MIGRATIONS).toSorted();
/** Before it there was no journal, and no dossier that a person could have opened. */
const PREMIERE = "0003-journal";
/** Where an installation that was left alone may stand; `PROBANT_VERSIONS=toutes` begins at each version. */
const DEPARTS = NOMS.filter((n) => n >= PREMIERE).filter(
  (_, i, noms) => process.env.PROBANT_VERSIONS === "toutes" || i % 10 === 0 || i === noms.length - 2,
);
const jusqua = (nom: string) => Object.fromEntries(Object.entries(MIGRATIONS).filter(([n]) => n <= nom));
const configDe = (database: string): pg.PoolConfig => ({ ...inject("serveur"), database });

const figees = lireFigees();
const organismeId = figees.tables.find((t) => t.nom === "organisme")!.lignes[0]!.id as string;
let dossier = "";
const bases: string[] = [];
/** An empty database at each of the versions that an upgrade begins from. */
const versions = new Map<string, string>();
/** Kept since the first version, and brought up at each: the rows that were written on the way. */
let suivie = { database: "", ecrites: [] as Ecrite[] };

async function creer(modele: string): Promise<string> {
  const nom = `test_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create database ${nom} template ${modele}`);
  bases.push(nom);
  return nom;
}

async function avec<T>(database: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(configDe(database));
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), "probant-versions-"));
  for (const [nom, texte] of Object.entries(figees.cles)) {
    await writeFile(join(dossier, nom), texte, { mode: 0o600 });
  }
  const vide = await creer("template1");
  for (const nom of DEPARTS) {
    await migrer(configDe(vide), jusqua(nom));
    versions.set(nom, await creer(vide));
  }
});

afterAll(async () => {
  for (const nom of bases) await administrer(`drop database ${nom} (force)`);
  await rm(dossier, { recursive: true });
});

async function ouvrirMaison(database: string): Promise<Maison> {
  return {
    base: ouvrirBase({ poolConfig: configDe(database), hasher: hasherNode, journalise: () => undefined }),
    trousseau: await ouvrirTrousseau(join(dossier, "trousseau.json"), true),
    hasher: hasherNode,
    sceaux: ouvrirSceaux(join(dossier, "sceaux")),
    horodateur: null,
    horloge: () => "2026-11-24T09:00:00.000Z" as Instant,
    nouvelId: randomUUID,
  };
}

/** How the rows that were written read now, in the columns that they were written in. */
async function relire(client: pg.Client, { nom, colonnes, lignes }: Ecrite): Promise<void> {
  const voulues = colonnes.filter((c) => !(nom === "dossier" && c === "maj_le"));
  const { rows } = await client.query<{ ligne: Ligne }>(
    `select to_jsonb(t) as ligne from "${nom}" t order by t::text`,
  );
  const cle = (l: Ligne) => JSON.stringify(voulues.map((c) => l[c]));
  expect(rows.map((r) => cle(r.ligne)).toSorted(), nom).toEqual(lignes.map(cle).toSorted());
}

const compte = (ecrites: readonly Ecrite[], nom: string) =>
  ecrites.find((e) => e.nom === nom)?.lignes.length ?? 0;

/** Every row is there, what a step fills is filled, the journal agrees with the tables, and contents open. */
async function verifier(database: string, ecrites: readonly Ecrite[]): Promise<void> {
  await avec(database, async (client) => {
    for (const ecrite of ecrites) await relire(client, ecrite);
  });
  const maison = await ouvrirMaison(database);
  try {
    expect(await verifierLeJournal(maison, organismeId)).toMatchObject({
      constats: [],
      faits: compte(ecrites, "fait"),
      entrees: compte(ecrites, "journal_entree"),
      checkpoints: compte(ecrites, "journal_checkpoint"),
    });
  } finally {
    await maison.base.fermer();
  }
}

it("une installation tenue depuis la première version monte version après version, entière", async () => {
  const database = await creer("template1");
  await migrer(configDe(database), jusqua(PREMIERE));
  const ecrites: Ecrite[] = [];
  for (const nom of NOMS.filter((n) => n > PREMIERE)) {
    ecrites.push(...(await avec(database, (client) => remplir(client, figees))));
    expect(await migrer(configDe(database), jusqua(nom))).toEqual([nom]);
  }
  suivie = { database, ecrites };
  await verifier(database, ecrites);
  // What steps worked out of rows that were there is what this version writes itself.
  await avec(database, async (client) => {
    for (const nom of ["dossier_mot", "seance"]) {
      const { lignes } = figees.tables.find((t) => t.nom === nom)!;
      await relire(client, { nom, colonnes: Object.keys(lignes[0]!), lignes });
    }
  });
});

it.each(DEPARTS)("les données de la version %s montent d’un coup jusqu’à celle-ci, entières", async (nom) => {
  const database = versions.get(nom)!;
  const ecrites = await avec(database, (client) => remplir(client, figees));
  expect(await migrer(configDe(database))).toEqual(NOMS.filter((n) => n > nom));
  await verifier(database, ecrites);
});

it("les contenus d’avant s’ouvrent après la montée", async () => {
  const maison = await ouvrirMaison(suivie.database);
  try {
    const lus = await transaction(maison.base, organismeId, async (tx) => {
      const textes: string[] = [];
      for (const { reference } of figees.tables.find((t) => t.nom === "dossier")!.lignes) {
        const ouverts = await ouvrirContenus(maison, tx, (await chargerDossier(tx, reference as string))!);
        textes.push(...(ouverts?.values() ?? []));
      }
      return textes;
    });
    expect(lus).toHaveLength(figees.tables.find((t) => t.nom === "contenu")!.lignes.length);
    for (const texte of lus) expect(texte).not.toBe("");
  } finally {
    await maison.base.fermer();
  }
});

it("un processus tué en pleine montée laisse des données entières, et le démarrage suivant la finit", async () => {
  const modele = await creer("template1");
  await migrer(configDe(modele), jusqua("0004-contenus-et-messages"));
  const database = await creer(modele);
  const ecrites = await avec(database, (client) => remplir(client, figees));
  await avec(database, async (client) => {
    // Whoever changes that table waits here: the process is killed in the middle of a step.
    await client.query("begin; lock table message_sortie in access exclusive mode");
    const enfant = spawn(
      process.execPath,
      [join(import.meta.dirname, "processus-montee.ts"), JSON.stringify(configDe(database))],
      { stdio: "ignore" },
    );
    const fini = once(enfant, "exit");
    for (let attend = false; !attend; ) {
      const { rows } = await administrer(
        "select from pg_locks where not granted and database = (select oid from pg_database where datname = $1)",
        "postgres",
        [database],
      );
      expect(enfant.exitCode).toBeNull();
      attend = rows.length > 0;
    }
    enfant.kill("SIGKILL");
    await fini;
    await client.query("rollback");
  });
  const restantes = await migrer(configDe(database));
  expect(restantes.at(-1)).toBe(NOMS.at(-1));
  expect(restantes.length).toBeLessThan(NOMS.length - 4);
  await verifier(database, ecrites);
});

it("aucune version d’avant n’ouvre des données de celle-ci : elle le dit et n’y touche pas", async () => {
  for (const nom of NOMS.slice(0, -1)) {
    await expect(migrer(configDe(suivie.database), jusqua(nom)), nom).rejects.toMatchObject({
      phrase: expect.stringMatching(/version plus récente de Probant\. Rien n’a été modifié/),
    });
  }
  await verifier(suivie.database, suivie.ecrites);
});

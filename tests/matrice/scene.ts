import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { ouvrirComptes } from "../../src/auth/comptes.ts";
import { ouvrirMoteur } from "../../src/documents/moteur/moteur.ts";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import { ouvrirBase } from "../../src/store/connexion.ts";
import { migrer } from "../../src/store/migrer.ts";
import { ouvrirPostgres } from "../../src/store/postgres/ouvrir-postgres.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import type { Instant } from "../../src/values/instant.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { creerApp } from "../../src/web/app.tsx";
import { preparerRessources } from "../../src/web/ressources.ts";
import type { Scene } from "./monde.ts";
import { URL_DE_LA_MATRICE } from "./visiteur.ts";

const MAINTENANT = "2026-11-24T09:00:00.000Z" as Instant;

/** The whole application over a database that lives for the time of `fn`, on our own server. */
export async function avecScene<T>(fn: (scene: Scene) => Promise<T>): Promise<T> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-matrice-"));
  const postgres = await ouvrirPostgres({ dossierDonnees: dossier, journalise: () => undefined });
  try {
    const client = new pg.Client(postgres.poolConfig);
    await client.connect();
    await client.query("create database matrice");
    await client.end();
    const poolConfig = { ...postgres.poolConfig, database: "matrice" };
    await migrer(poolConfig);
    const { scene, fermer } = await ouvrirScene(poolConfig, dossier);
    try {
      return await fn(scene);
    } finally {
      await fermer();
    }
  } finally {
    await postgres.arreter();
    await rm(dossier, { recursive: true });
  }
}

/** The same over a migrated database that is there already; files go into `dossier`. */
export async function ouvrirScene(
  poolConfig: pg.PoolConfig,
  dossier: string,
): Promise<{ scene: Scene; fermer: () => Promise<void> }> {
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, journalise: () => undefined });
  const moteur = ouvrirMoteur({ worker: new URL("../../src/documents/moteur/worker.ts", import.meta.url) });
  const trousseau = await ouvrirTrousseau(join(dossier, "trousseau.json"));
  let instant = MAINTENANT;
  const maison: Maison = {
    base,
    trousseau,
    hasher: hasherNode,
    sceaux: ouvrirSceaux(join(dossier, "sceaux")),
    horodateur: null,
    horloge: () => instant,
    nouvelId: randomUUID,
  };
  const secret = trousseau.secretDeSession();
  const comptes = ouvrirComptes({ pool: base.pool, secret, url: URL_DE_LA_MATRICE });
  const ressources = preparerRessources();
  const journal: string[] = [];
  const app = creerApp(
    {
      maison,
      comptes,
      imprimer: moteur.imprimer,
      ressources: ressources.adresses,
      demonstration: false,
      url: URL_DE_LA_MATRICE,
    },
    ressources,
    (reference, erreur) => journal.push(`${reference} ${erreur.stack ?? erreur.message}`),
  );
  const scene: Scene = {
    maison,
    comptes,
    app,
    imprimer: moteur.imprimer,
    regler: (autre) => {
      instant = autre as Instant;
    },
    journal: () => journal.join("\n"),
    oublierLeJournal: () => {
      journal.length = 0;
    },
  };
  return {
    scene,
    fermer: async () => {
      await moteur.fermer();
      await base.fermer();
    },
  };
}

import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { type Comptes, ouvrirComptes } from "../../src/auth/comptes.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import { ouvrirBase } from "../../src/store/connexion.ts";
import { migrer } from "../../src/store/migrer.ts";
import { organismeExiste } from "../../src/store/organisme/organismes.ts";
import { fermerLesSceaux } from "../../src/usecases/cles/fermer-les-sceaux.ts";
import { reprendreLesPassations } from "../../src/usecases/cles/reprendre-passations.ts";
import { rejouerLesDestructions } from "../../src/usecases/destruction/apres-restauration.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { fonderOrganisme } from "../../src/usecases/organisme/fonder-organisme.ts";
import { exigerLaMemeInstallation } from "../../src/usecases/organisme/meme-installation.ts";
import type { Instant } from "../../src/values/instant.ts";
import { coffreDeSceaux } from "../../src/vault/coffre-de-sceaux.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";

export const COURRIEL_DE_NADIA = "nadia@exemple.invalid";
export const PHRASE_DE_NADIA = "quatre mots faciles à retenir";
export const MAINTENANT = "2026-11-24T09:00:00.000Z" as Instant;

/** What a process needs to open the same installation. */
export interface Lieu {
  poolConfig: pg.PoolConfig;
  /** Folder of its keys and files. */
  dossier: string;
  maintenant: Instant;
}

export interface Ouverte {
  maison: Maison;
  comptes: Comptes;
  fermer: () => Promise<void>;
}

/** Opens it as the application does at its start, unfinished hand-overs and destructions included. */
export async function ouvrirLieu({ poolConfig, dossier, maintenant }: Lieu): Promise<Ouverte> {
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, connexions: 5, journalise: () => undefined });
  const trousseau = await ouvrirTrousseau(join(dossier, "trousseau.json"), await organismeExiste(base));
  const maison: Maison = {
    base,
    trousseau,
    hasher: hasherNode,
    sceaux: ouvrirSceaux(join(dossier, "sceaux"), coffreDeSceaux(trousseau)),
    horodateur: null,
    horloge: () => maintenant,
    nouvelId: randomUUID,
  };
  await exigerLaMemeInstallation(maison);
  await reprendreLesPassations(maison);
  await fermerLesSceaux(maison);
  await rejouerLesDestructions(maison);
  const secret = trousseau.secretDeSession();
  const comptes = ouvrirComptes({ pool: base.pool, secret, url: "http://127.0.0.1:4180" });
  return { maison, comptes, fermer: base.fermer };
}

/** A server and a folder, where installations are made. */
export interface Atelier {
  serveur: pg.PoolConfig;
  dossier: string;
}

export interface Installation extends Lieu {
  organismeId: string;
  /** The counsellor who does the acts, and manages. */
  auteur: Auteur;
}

let faites = 0;

/** One more database on the server of the workshop, migrated unless `modele` is copied. */
export async function nouvelleBase({ serveur }: Atelier, modele?: string): Promise<pg.PoolConfig> {
  faites += 1;
  const database = `doutes_${process.pid}_${faites}`;
  await administrer(serveur, `create database ${database} template ${modele ?? "template1"}`);
  const poolConfig = { ...serveur, database };
  if (modele === undefined) await migrer(poolConfig);
  return poolConfig;
}

export async function administrer(poolConfig: pg.PoolConfig, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(poolConfig);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

let modele: { pour: string; database: string } | undefined;

/** A founded organisation on a database and a keyring of its own, with the counsellor who carries its dossiers. */
export async function fonderInstallation(atelier: Atelier): Promise<Installation> {
  if (modele?.pour !== atelier.dossier) {
    modele = { pour: atelier.dossier, database: (await nouvelleBase(atelier)).database! };
  }
  const poolConfig = await nouvelleBase(atelier, modele.database);
  const dossier = join(atelier.dossier, poolConfig.database!);
  await mkdir(dossier);
  const lieu = { poolConfig, dossier, maintenant: MAINTENANT };
  const { maison, comptes, fermer } = await ouvrirLieu(lieu);
  const intervenant = BILAN.organisme.intervenants[0]!.id;
  const courriel = COURRIEL_DE_NADIA;
  const organismeId = await fonderOrganisme(maison, comptes, BILAN.organisme, [
    { nom: "Nadia Fictive", courriel, motDePasse: PHRASE_DE_NADIA, intervenant, gere: true },
  ]);
  const { rows } = await maison.base.pool.query("select id from utilisateur where email = $1", [courriel]);
  await fermer();
  return {
    ...lieu,
    organismeId,
    auteur: { organismeId, utilisateur: rows[0].id, role: "conseiller", intervenant },
  };
}

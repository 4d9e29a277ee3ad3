import pg from "pg";
import { type OrigineBinaires, trouverBinaires } from "./binaires.ts";
import { creerCluster, lireMajeure, NOM_BASE, proprietaireDuCluster } from "./cluster.ts";
import { compteDuServeur } from "./compte-systeme.ts";
import { type Emplacements, ouvrirPassage, preparerDossier, refusDuDossier } from "./dossier-donnees.ts";
import { ErreurDemarrage } from "./erreur-demarrage.ts";
import { adopterPostmaster, type Lancement, lancerPostmaster } from "./postmaster.ts";
import { preparerPrise } from "./prise.ts";
import { verifierServeurDistant } from "./serveur-distant.ts";
import { type EtatServeur, surveiller } from "./surveillance.ts";
import { lireVerrou, prendreVerrou, type Verrou, VerrouTenu } from "./verrou.ts";

export interface OptionsPostgres {
  readonly dossierDonnees: string;
  readonly databaseUrl?: string | undefined;
  /** Only these binaries; the machine's, then npm's, when undefined. */
  readonly origine?: OrigineBinaires | undefined;
  /** A command shares the server of the application that runs on the same folder; a second server is refused. */
  readonly usage?: "serveur" | "commande";
  readonly journalise: (phrase: string) => void;
}

/** An open database. `arreter` stops what this process started, and only that. */
export interface Postgres {
  readonly poolConfig: pg.PoolConfig;
  etat(): EtatServeur;
  /** Process number of the server that we watch; undefined when somebody else runs it. */
  pid(): number | undefined;
  arreter(): Promise<void>;
}

/** Opens the PostgreSQL of DATABASE_URL, else our own in the data folder. Every refusal is an `ErreurDemarrage`. */
export async function ouvrirPostgres(options: OptionsPostgres): Promise<Postgres> {
  const { databaseUrl, dossierDonnees } = options;
  if (databaseUrl !== undefined) {
    await verifierServeurDistant(databaseUrl);
    return serveurDAutrui({ connectionString: databaseUrl });
  }
  const lieux = await preparerDossier(dossierDonnees);
  let verrou: Verrou;
  try {
    verrou = await prendreVerrou(lieux.verrou);
  } catch (erreur) {
    if (erreur instanceof VerrouTenu && options.usage === "commande") return rejoindre(lieux, erreur);
    throw refusDuDossier(dossierDonnees, erreur);
  }
  try {
    return await ouvrirLeNotre(lieux, verrou, options);
  } catch (erreur) {
    await verrou.liberer();
    throw refusDuDossier(dossierDonnees, erreur);
  }
}

async function ouvrirLeNotre(
  lieux: Emplacements,
  verrou: Verrou,
  options: OptionsPostgres,
): Promise<Postgres> {
  const { journalise, origine, usage } = options;
  const lancement = await preparerLancement(lieux, origine, journalise);
  const orphelin = await adopterPostmaster(lieux.cluster);
  if (orphelin !== undefined)
    journalise("La base de données tournait encore après un arrêt brutal : reprise.");
  const postmaster = orphelin ?? (await lancerPostmaster(lancement));
  const poolConfig = configurer(postmaster.prise);
  const surveillance = surveiller(postmaster, () => lancerPostmaster(lancement), journalise);
  const arreter = async () => {
    await surveillance.arreter(usage === "commande" ? "SIGTERM" : "SIGINT");
    await verrou.liberer();
  };
  try {
    await assurerBase(poolConfig);
  } catch (erreur) {
    await surveillance.arreter("SIGINT");
    throw erreur;
  }
  return { poolConfig, etat: surveillance.etat, pid: surveillance.pid, arreter };
}

/** Everything that must stand before a server can start: binaries, account, passage, cluster, socket folder. */
async function preparerLancement(
  { racine, cluster, journal }: Emplacements,
  origine: OrigineBinaires | undefined,
  journalise: (phrase: string) => void,
): Promise<Lancement> {
  const majeure = await lireMajeure(cluster);
  const binaires = await trouverBinaires({ origine, majeure });
  const parDefaut = await compteDuServeur();
  const compte = parDefaut && majeure !== undefined ? await proprietaireDuCluster(cluster) : parDefaut;
  if (compte !== undefined) {
    await ouvrirPassage(racine, compte, journalise);
    await ouvrirPassage(binaires.dossier, compte, journalise);
  }
  if (majeure === undefined) {
    journalise(`Création de la base de données (PostgreSQL ${binaires.majeure}).`);
    await creerCluster(cluster, binaires, compte);
  }
  return { binaires, cluster, journal, compte, prise: await preparerPrise(racine, compte) };
}

/** The server that the application runs on this folder; it stays the application's. */
async function rejoindre(lieux: Emplacements, tenu: VerrouTenu): Promise<Postgres> {
  while ((await lireVerrou(lieux.verrou))?.id === tenu.proprietaire.id) {
    const postmaster = await adopterPostmaster(lieux.cluster);
    if (postmaster !== undefined) return serveurDAutrui(configurer(postmaster.prise));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new ErreurDemarrage("Probant vient de s’arrêter sur ce dossier de données. Relancez la commande.");
}

const configurer = (prise: string): pg.PoolConfig => ({
  host: prise,
  port: 5432,
  user: NOM_BASE,
  database: NOM_BASE,
});

const serveurDAutrui = (poolConfig: pg.PoolConfig): Postgres => ({
  poolConfig,
  etat: () => "prete",
  pid: () => undefined,
  arreter: async () => undefined,
});

async function assurerBase(poolConfig: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({ ...poolConfig, database: "postgres" });
  // A connection that breaks rejects the query that runs; its error event has nothing to add.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [NOM_BASE]);
    if (rowCount === 0) await client.query(`create database ${NOM_BASE}`);
  } finally {
    await client.end();
  }
}

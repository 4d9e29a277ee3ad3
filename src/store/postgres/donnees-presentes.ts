import { join } from "node:path";
import pg from "pg";
import { lireMajeure } from "./cluster.ts";
import { refusDuDossier } from "./dossier-donnees.ts";
import { ErreurDemarrage } from "./erreur-demarrage.ts";
import { verifierServeurDistant } from "./serveur-distant.ts";

/**
 * Refuses when nothing was ever written here: a command that reads must not make a database to find it empty. Looks
 * without creating or starting anything.
 */
export async function exigerDonnees(lieu: {
  dossierDonnees: string;
  databaseUrl?: string | undefined;
}): Promise<void> {
  const { dossierDonnees, databaseUrl } = lieu;
  if (databaseUrl !== undefined) {
    if (await aDesTables(databaseUrl)) return;
    throw new ErreurDemarrage(
      "Il n’y a rien ici : Probant n’a encore rien écrit dans la base de données de DATABASE_URL. " +
        "Ouvrez d’abord l’application (npm start), ou donnez l’adresse de la bonne base.",
    );
  }
  if ((await majeure(dossierDonnees)) !== undefined) return;
  throw new ErreurDemarrage(
    `Il n’y a rien ici : Probant n’a encore rien écrit dans ${dossierDonnees}. ` +
      "Ouvrez d’abord l’application (npm start), ou donnez le bon dossier par PROBANT_DATA.",
  );
}

async function majeure(dossierDonnees: string): Promise<number | undefined> {
  try {
    return await lireMajeure(join(dossierDonnees, "postgres"));
  } catch (erreur) {
    throw refusDuDossier(dossierDonnees, erreur);
  }
}

async function aDesTables(connectionString: string): Promise<boolean> {
  await verifierServeurDistant(connectionString);
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ la: boolean }>(
      "select to_regclass('kysely_migration') is not null as la",
    );
    return rows[0]?.la === true;
  } finally {
    await client.end();
  }
}

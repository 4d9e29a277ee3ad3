import pg from "pg";
import { MAJEURE_MINIMALE } from "./binaires.ts";
import { codeSysteme, ErreurDemarrage } from "./erreur-demarrage.ts";

const MOTIFS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "aucun serveur ne répond à cette adresse",
  ENOTFOUND: "ce nom de machine est inconnu",
  ETIMEDOUT: "le serveur ne répond pas à temps",
  ENOENT: "aucun serveur ne répond à cette adresse",
  "28P01": "le mot de passe est refusé",
  "28000": "ce compte n’a pas le droit de se connecter",
  "3D000": "cette base n’existe pas",
};

/** Checks that the server of DATABASE_URL answers and is recent enough, or refuses in French, without its password. */
export async function verifierServeurDistant(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  // A connection that breaks rejects the query that runs; its error event has nothing to add.
  client.on("error", () => undefined);
  let version: number;
  let encodage: string;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encodage: string }>(
      "select current_setting('server_version_num') as version, current_setting('server_encoding') as encodage",
    );
    version = Number(rows[0]?.version);
    encodage = rows[0]?.encodage ?? "";
  } catch (erreur) {
    const motif = MOTIFS[codeSysteme(erreur) ?? ""] ?? "la connexion a échoué";
    throw new ErreurDemarrage(`La base de données de DATABASE_URL n’est pas joignable : ${motif}.`, {
      cause: erreur,
    });
  } finally {
    await client.end();
  }
  if (version < MAJEURE_MINIMALE * 10_000) {
    throw new ErreurDemarrage(
      `Le serveur de DATABASE_URL est un PostgreSQL ${Math.floor(version / 10_000)} ; ` +
        `Probant demande la version ${MAJEURE_MINIMALE} ou une plus récente.`,
    );
  }
  if (encodage !== "UTF8") {
    throw new ErreurDemarrage(
      `La base de DATABASE_URL est en ${encodage} ; Probant demande une base en UTF8.`,
    );
  }
}

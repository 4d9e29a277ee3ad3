import { createHash } from "node:crypto";
import { chmod, chown, lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeSysteme, ErreurDemarrage } from "./erreur-demarrage.ts";
import type { CompteSysteme } from "./executer.ts";

/** The system gives 108 bytes, end mark included, to the path of a Unix socket. */
const LONGUEUR_MAXIMALE = 107;

const fichierDePrise = (dossier: string) => join(dossier, ".s.PGSQL.5432");

/**
 * Folder of the server's Unix socket: inside the data folder, or, where that path is too long or holds what
 * PostgreSQL's list of folders cannot, a private folder of the temporary directory named after it.
 */
export async function preparerPrise(racine: string, compte: CompteSysteme | undefined): Promise<string> {
  const dossier = choisirDossier(racine);
  const uid = compte?.uid ?? process.getuid?.();
  try {
    await mkdir(dossier, { mode: 0o700 });
    if (compte !== undefined) await chown(dossier, compte.uid, compte.gid);
  } catch (erreur) {
    if (codeSysteme(erreur) !== "EEXIST") throw erreur;
  }
  const infos = await lstat(dossier);
  // In a directory open to all, somebody else may have come first: never talk to his server.
  if (!infos.isDirectory() || (uid !== undefined && infos.uid !== uid)) {
    throw new ErreurDemarrage(
      `Le dossier ${dossier}, où passe la liaison avec la base de données, appartient à un autre compte. ` +
        "Supprimez-le, puis relancez Probant.",
    );
  }
  await chmod(dossier, 0o700);
  return dossier;
}

/** Beside the data, else under the system's temporary folder: the path of a socket holds few bytes, no comma and no quote. */
function choisirDossier(racine: string): string {
  const voisin = join(racine, "prise");
  const convient = Buffer.byteLength(fichierDePrise(voisin)) <= LONGUEUR_MAXIMALE && !/[,"]/.test(racine);
  if (convient) return voisin;
  const nom = createHash("sha256").update(racine).digest("hex").slice(0, 16);
  return join(tmpdir(), `probant-${nom}`);
}

import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Binaires } from "./binaires.ts";
import { estPresent } from "./dossier-donnees.ts";
import { ErreurDemarrage } from "./erreur-demarrage.ts";
import { type CompteSysteme, executer } from "./executer.ts";

/** Name of the database, and of the PostgreSQL role that owns everything in it. */
export const NOM_BASE = "probant";

/** Major version that made this cluster, or undefined when there is none yet. Refuses a damaged one, untouched. */
export async function lireMajeure(cluster: string): Promise<number | undefined> {
  if (!(await estPresent(cluster))) return undefined;
  const fichiers = await readdir(cluster);
  if (fichiers.length === 0) return undefined;
  const texte = fichiers.includes("PG_VERSION") ? await readFile(join(cluster, "PG_VERSION"), "utf8") : "";
  const majeure = Number.parseInt(texte, 10);
  if (Number.isInteger(majeure)) return majeure;
  throw new ErreurDemarrage(
    `La base de données du dossier ${cluster} est endommagée : le fichier PG_VERSION y manque ou n’est pas lisible. ` +
      "Rien n’a été modifié. Restaurez une sauvegarde dans un autre dossier (npx probant restaurer).",
  );
}

/** Who owns the cluster when it exists: the server must run under that account. */
export async function proprietaireDuCluster(cluster: string): Promise<CompteSysteme | undefined> {
  if (!(await estPresent(cluster))) return undefined;
  const { uid, gid } = await stat(cluster);
  return { uid, gid };
}

/**
 * Makes a cluster: UTF-8, French order from ICU, data checksums, entry by the system account only. It is built
 * beside its place and then renamed, so that an interrupted creation leaves nothing that looks like a cluster.
 */
export async function creerCluster(
  cluster: string,
  binaires: Binaires,
  compte: CompteSysteme | undefined,
): Promise<void> {
  const chantier = `${cluster}.nouveau`;
  await rm(chantier, { recursive: true, force: true });
  await mkdir(chantier, { mode: 0o700 });
  if (compte !== undefined) await chown(chantier, compte.uid, compte.gid);
  const { code, erreurs } = await executer(join(binaires.dossier, "initdb"), parametres(chantier), compte);
  if (code !== 0) {
    await rm(chantier, { recursive: true, force: true });
    throw refusDeCreation(cluster, erreurs);
  }
  await writeFile(join(chantier, "pg_hba.conf"), `local all all peer map=${NOM_BASE}\n`);
  await writeFile(join(chantier, "pg_ident.conf"), await correspondances(compte));
  await rm(cluster, { recursive: true, force: true });
  await rename(chantier, cluster);
}

function parametres(dossier: string): readonly string[] {
  return [
    ...["-D", dossier, "-U", NOM_BASE, "-E", "UTF8", "-A", "peer", "--data-checksums"],
    ...["--locale-provider=icu", "--icu-locale=fr-FR", "--locale=C.UTF-8", "--lc-messages=C"],
  ];
}

/** Lines of pg_ident.conf: the server's account and root may enter as the owner of the database, nobody else. */
async function correspondances(compte: CompteSysteme | undefined): Promise<string> {
  const { sortie } = await executer("id", ["-un", ...(compte === undefined ? [] : [String(compte.uid)])]);
  const noms = [...new Set([sortie.trim(), "root"])];
  return noms.map((nom) => `${NOM_BASE} ${nom} ${NOM_BASE}\n`).join("");
}

function refusDeCreation(cluster: string, erreurs: string): ErreurDemarrage {
  if (/No space left on device/.test(erreurs)) {
    return new ErreurDemarrage(
      `Le disque est plein : la base de données n’a pas pu être créée dans ${cluster}.`,
    );
  }
  const dit = erreurs.split("\n").find((ligne) => /error|FATAL|cannot/i.test(ligne)) ?? erreurs.trim();
  return new ErreurDemarrage(
    `La base de données n’a pas pu être créée dans ${cluster}. PostgreSQL répond : ${dit}`,
  );
}

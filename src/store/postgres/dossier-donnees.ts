import { chmod, lstat, mkdir, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeSysteme, ErreurDemarrage } from "./erreur-demarrage.ts";
import type { CompteSysteme } from "./executer.ts";

/** Where each thing lies in the data folder. */
export interface Emplacements {
  readonly racine: string;
  readonly cluster: string;
  readonly journal: string;
  readonly verrou: string;
}

/** Makes the data folder when it is missing and gives its real path, or refuses in French. */
export async function preparerDossier(dossierDonnees: string): Promise<Emplacements> {
  try {
    // Under root the server has an account of its own, which must be able to pass.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    await creerChemin(dossierDonnees, mode);
    const racine = await realpath(dossierDonnees);
    return {
      racine,
      cluster: join(racine, "postgres"),
      journal: join(racine, "postgres.log"),
      verrou: join(racine, "probant.verrou"),
    };
  } catch (erreur) {
    throw refusDuDossier(dossierDonnees, erreur);
  }
}

// One folder at a time: asked to make a whole path under /proc, Node's own `recursive` never comes back.
async function creerChemin(chemin: string, mode: number): Promise<void> {
  try {
    await mkdir(chemin, { mode });
  } catch (erreur) {
    const code = codeSysteme(erreur);
    if (code === "EEXIST" && (await stat(chemin)).isDirectory()) return;
    const parent = dirname(chemin);
    if (code !== "ENOENT" || parent === chemin || (await existe(parent))) throw erreur;
    await creerChemin(parent, mode);
    await mkdir(chemin, { mode });
  }
}

async function existe(chemin: string): Promise<boolean> {
  return await stat(chemin).then(
    () => true,
    () => false,
  );
}

/** The French sentence for a folder that the system does not let us use. */
export function refusDuDossier(dossier: string, erreur: unknown): ErreurDemarrage {
  if (erreur instanceof ErreurDemarrage) return erreur;
  const motifs: Readonly<Record<string, string>> = {
    EACCES: "vous n’avez pas le droit d’y écrire",
    EPERM: "vous n’avez pas le droit d’y écrire",
    EROFS: "il est en lecture seule",
    ENOSPC: "le disque est plein",
    ENOTDIR: "un fichier porte ce nom",
    EEXIST: "un fichier porte ce nom",
    ENOENT: "son dossier parent n’existe pas et ne peut pas être créé",
  };
  const motif = motifs[codeSysteme(erreur) ?? ""];
  if (motif === undefined) throw erreur;
  return new ErreurDemarrage(
    `Le dossier de données ${dossier} ne peut pas servir : ${motif}. ` +
      "Corrigez ce point, ou donnez un autre dossier par PROBANT_DATA.",
    { cause: erreur },
  );
}

/**
 * Lets the server's account pass through every folder that leads to `chemin`: passage only, neither reading nor
 * listing. A root installation often lies under a closed folder such as /root. What was opened is said aloud.
 */
export async function ouvrirPassage(
  chemin: string,
  compte: CompteSysteme,
  journalise: (phrase: string) => void,
): Promise<void> {
  const parent = dirname(chemin);
  if (parent !== chemin) await ouvrirPassage(parent, compte, journalise);
  const { mode, uid, gid } = await stat(chemin);
  const droit = uid === compte.uid ? 0o100 : gid === compte.gid ? 0o010 : 0o001;
  if ((mode & droit) !== 0) return;
  try {
    await chmod(chemin, (mode & 0o7777) | droit);
  } catch (erreur) {
    throw new ErreurDemarrage(
      `Le compte de la base de données ne peut pas traverser le dossier ${chemin}. ` +
        `Autorisez-le (chmod o+x ${chemin}), ou donnez un autre dossier par PROBANT_DATA.`,
      { cause: erreur },
    );
  }
  journalise(
    `Passage ouvert à travers ${chemin} (ni lecture ni liste) pour le compte de la base de données.`,
  );
}

/** Is there something under this name, be it a broken link? */
export async function estPresent(chemin: string): Promise<boolean> {
  try {
    await lstat(chemin);
    return true;
  } catch (erreur) {
    if (codeSysteme(erreur) === "ENOENT") return false;
    throw erreur;
  }
}

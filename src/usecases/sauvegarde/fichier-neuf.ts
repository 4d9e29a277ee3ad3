import { existsSync } from "node:fs";
import { type FileHandle, link, open, rename, rm } from "node:fs/promises";
import { panneDe } from "../../store/pannes.ts";
import { forcerLeNom } from "../../vault/ecrire-d-un-coup.ts";
import { ErreurSauvegarde } from "../../vault/erreur-sauvegarde.ts";

/** How a file is called in its sentences: « La sauvegarde », « L’export ». */
export type NomDeFichier = "La sauvegarde" | "L’export";

/**
 * Writes a file that was not there: beside, forced to disk, held by `controler`, and only then under its name. Never
 * replaces one. Throws `ErreurSauvegarde`; whatever happens, a file of that name is whole.
 */
export async function ecrireFichierNeuf(
  chemin: string,
  nom: NomDeFichier,
  ecrire: (fichier: FileHandle) => Promise<void>,
  controler: (provisoire: string) => Promise<void>,
): Promise<void> {
  if (existsSync(chemin)) throw dejaLa(chemin);
  const provisoire = `${chemin}.${process.pid}.partiel`;
  const fichier = await open(provisoire, "wx", 0o600).catch((erreur: unknown) => {
    throw enPhrase(erreur, nom, chemin);
  });
  try {
    try {
      await ecrire(fichier);
      await fichier.sync();
    } finally {
      await fichier.close();
    }
    await controler(provisoire);
    await nommer(provisoire, chemin);
  } catch (erreur) {
    throw enPhrase(erreur, nom, chemin);
  } finally {
    await rm(provisoire, { force: true });
  }
}

const SANS_LIEN = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/** A link refuses the name of a file that came meanwhile, where renaming would replace it; some disks have none. */
async function nommer(provisoire: string, chemin: string): Promise<void> {
  try {
    await link(provisoire, chemin);
  } catch (erreur) {
    if (!SANS_LIEN.has((erreur as NodeJS.ErrnoException).code ?? "")) throw erreur;
    if (existsSync(chemin)) throw dejaLa(chemin);
    await rename(provisoire, chemin);
  }
  await forcerLeNom(chemin);
}

const dejaLa = (chemin: string) =>
  new ErreurSauvegarde(`Le fichier ${chemin} existe déjà : il n’a pas été touché. Donnez un autre nom.`);

const RAISONS: Readonly<Record<string, string>> = {
  ENOENT: "son dossier n’existe pas",
  ENOTDIR: "son dossier n’existe pas",
  EACCES: "vous n’avez pas le droit d’y écrire",
  EPERM: "ce disque n’accepte pas cette écriture",
  ENOSPC: "le disque est plein",
  EROFS: "ce disque est en lecture seule",
};

function enPhrase(erreur: unknown, nom: NomDeFichier, chemin: string): unknown {
  const { code, syscall } = erreur as NodeJS.ErrnoException;
  if (code === "EEXIST") return dejaLa(chemin);
  if (code === "42501") {
    return new ErreurSauvegarde(
      "Le compte de DATABASE_URL ne peut pas lire les lignes de tous les organismes, ni créer le rôle qui les lirait : la sauvegarde serait vide. Donnez-lui l’attribut CREATEROLE, ou BYPASSRLS. À défaut, faites créer le rôle « probant_sauvegarde » et donnez-le-lui.",
    );
  }
  // A connection that breaks says nothing about the file.
  if (syscall === undefined || code === undefined || panneDe(erreur) === "absente") return erreur;
  return new ErreurSauvegarde(
    `${nom} ${chemin} ne peut pas être écrit${nom === "L’export" ? "" : "e"} : ${RAISONS[code] ?? code}.`,
  );
}

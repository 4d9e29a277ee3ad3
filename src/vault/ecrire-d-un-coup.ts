import { type FileHandle, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: beside, forced to disk, then renamed, and its folder forced too. Readable by its
 * owner only.
 */
export async function ecrireDUnCoup(
  chemin: string,
  ecrire: (fichier: FileHandle) => Promise<void>,
): Promise<void> {
  const provisoire = `${chemin}.${process.pid}.nouveau`;
  const fichier = await open(provisoire, "w", 0o600);
  try {
    await ecrire(fichier);
    await fichier.sync();
  } finally {
    await fichier.close();
  }
  await rename(provisoire, chemin);
  await forcerLeNom(chemin);
}

/** Forces the name of a file to disk: a folder holds it, not the file. */
export async function forcerLeNom(chemin: string): Promise<void> {
  const dossier = await open(dirname(chemin), "r");
  try {
    await dossier.sync();
  } finally {
    await dossier.close();
  }
}

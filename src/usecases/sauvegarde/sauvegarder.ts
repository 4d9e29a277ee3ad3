import { existsSync } from "node:fs";
import { link, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { aSonTour } from "../../store/connexion.ts";
import { panneDe } from "../../store/pannes.ts";
import { lireTables } from "../../store/sauvegarde/lire-tables.ts";
import { enOctets, type FinDeTable, type Trame } from "../../store/sauvegarde/trames.ts";
import { VERROUS } from "../../store/verrous.ts";
import { ErreurSauvegarde } from "../../vault/erreur-sauvegarde.ts";
import { scellerFlux } from "../../vault/fichier-scelle.ts";
import type { Maison } from "../maison.ts";
import { discordante, releverSauvegarde } from "./relire.ts";

/** Size of the file in bytes, and what it holds. */
export interface SauvegardeFaite {
  octets: number;
  tables: number;
  lignes: number;
}

/**
 * Writes the whole database as it stands at one moment into one sealed file, reads it back, and only then gives it its
 * name. Never replaces a file. Throws `ErreurSauvegarde`; whatever happens, a file of that name is a whole backup.
 */
export async function sauvegarder(
  maison: Maison,
  chemin: string,
  avancer: (phrase: string) => void,
): Promise<SauvegardeFaite> {
  if (existsSync(chemin)) throw dejaLa(chemin);
  await assurerCle(maison);
  const provisoire = `${chemin}.${process.pid}.partiel`;
  try {
    const ecrites = await ecrire(maison, provisoire, avancer);
    avancer("Relecture de la sauvegarde…");
    await comparer(maison, provisoire, ecrites);
    await nommer(provisoire, chemin);
    const { size } = await stat(chemin);
    const lignes = ecrites.reduce((total, f) => total + f.lignes, 0);
    return { octets: size, tables: ecrites.length, lignes };
  } catch (erreur) {
    throw enPhrase(erreur, chemin);
  } finally {
    await rm(provisoire, { force: true });
  }
}

/** A keyring from before backups has no key for them yet. */
async function assurerCle({ base, trousseau }: Maison): Promise<void> {
  await aSonTour(base, VERROUS.trousseau, async () => {
    if (trousseau.externesDe("sauvegarde").length === 0) await trousseau.ajouterExterne("sauvegarde");
  });
}

async function ecrire(
  maison: Maison,
  provisoire: string,
  avancer: (phrase: string) => void,
): Promise<FinDeTable[]> {
  const fins: FinDeTable[] = [];
  const lues = lireTables(maison.base, maison.horloge(), (table, faites, enTout) =>
    avancer(`Lecture de la table ${faites + 1} sur ${enTout} : ${table}…`),
  );
  const retenues = async function* (): AsyncGenerator<Trame> {
    for await (const t of lues) {
      if (t.sorte === "fin") fins.push(t);
      yield t;
    }
  };
  const fichier = await open(provisoire, "wx", 0o600);
  try {
    await pipeline(
      enOctets(retenues()),
      // Binary columns are written in hexadecimal: the quickest level takes that half away again.
      createGzip({ level: 1 }),
      (clair: AsyncIterable<Uint8Array>) => scellerFlux(maison.trousseau, clair),
      async (scelle: AsyncIterable<Buffer>) => {
        for await (const octets of scelle) await fichier.writeFile(octets);
      },
    );
    await fichier.sync();
  } finally {
    await fichier.close();
  }
  return fins;
}

async function comparer(maison: Maison, chemin: string, ecrites: readonly FinDeTable[]): Promise<void> {
  const { fins } = await releverSauvegarde(maison.trousseau, chemin);
  for (const [i, ecrite] of ecrites.entries()) {
    const lue = fins[i];
    if (lue?.table !== ecrite.table || lue.sha256 !== ecrite.sha256 || lue.lignes !== ecrite.lignes) {
      throw discordante(chemin, ecrite.table);
    }
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
  const dossier = await open(dirname(chemin), "r");
  try {
    await dossier.sync();
  } finally {
    await dossier.close();
  }
}

const dejaLa = (chemin: string) =>
  new ErreurSauvegarde(
    `Le fichier ${chemin} existe déjà : il n’a pas été touché. Donnez un autre nom à la sauvegarde.`,
  );

const RAISONS: Readonly<Record<string, string>> = {
  ENOENT: "son dossier n’existe pas",
  ENOTDIR: "son dossier n’existe pas",
  EACCES: "vous n’avez pas le droit d’y écrire",
  EPERM: "ce disque n’accepte pas cette écriture",
  ENOSPC: "le disque est plein",
  EROFS: "ce disque est en lecture seule",
};

function enPhrase(erreur: unknown, chemin: string): unknown {
  const { code, syscall } = erreur as NodeJS.ErrnoException;
  if (code === "EEXIST") return dejaLa(chemin);
  if (code === "42501") {
    return new ErreurSauvegarde(
      "Le compte de DATABASE_URL n’a pas le droit de lire les lignes de tous les organismes : la sauvegarde serait vide. Donnez-lui l’attribut BYPASSRLS, ou utilisez les outils de votre serveur.",
    );
  }
  // A connection that breaks says nothing about the file.
  if (syscall === undefined || code === undefined || panneDe(erreur) === "absente") return erreur;
  return new ErreurSauvegarde(`La sauvegarde ${chemin} ne peut pas être écrite : ${RAISONS[code] ?? code}.`);
}

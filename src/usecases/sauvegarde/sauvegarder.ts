import { type FileHandle, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { aSonTour } from "../../store/connexion.ts";
import { lireTables } from "../../store/sauvegarde/lire-tables.ts";
import { enOctets, type FinDeTable, type Trame } from "../../store/sauvegarde/trames.ts";
import { VERROUS } from "../../store/verrous.ts";
import { scellerFlux } from "../../vault/fichier-scelle.ts";
import type { Maison } from "../maison.ts";
import { ecrireFichierNeuf } from "./fichier-neuf.ts";
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
  await assurerCle(maison);
  let ecrites: FinDeTable[] = [];
  await ecrireFichierNeuf(
    chemin,
    "La sauvegarde",
    async (fichier) => {
      ecrites = await ecrire(maison, fichier, avancer);
    },
    async (provisoire) => {
      avancer("Relecture de la sauvegarde…");
      await comparer(maison, provisoire, ecrites);
    },
  );
  const { size } = await stat(chemin);
  const lignes = ecrites.reduce((total, f) => total + f.lignes, 0);
  return { octets: size, tables: ecrites.length, lignes };
}

/** A keyring from before backups has no key for them yet. */
async function assurerCle({ base, trousseau }: Maison): Promise<void> {
  await aSonTour(base, VERROUS.trousseau, async () => {
    if (trousseau.externesDe("sauvegarde").length === 0) await trousseau.ajouterExterne("sauvegarde");
  });
}

async function ecrire(
  maison: Maison,
  fichier: FileHandle,
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
  await pipeline(
    enOctets(retenues()),
    // Binary columns are written in hexadecimal: the quickest level takes that half away again.
    createGzip({ level: 1 }),
    (clair: AsyncIterable<Uint8Array>) => scellerFlux(maison.trousseau, clair),
    async (scelle: AsyncIterable<Buffer>) => {
      for await (const octets of scelle) await fichier.writeFile(octets);
    },
  );
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

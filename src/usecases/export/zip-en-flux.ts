import { constants } from "node:buffer";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { EntreeZip } from "../../evidence/entree-zip.ts";
import { ErreurDite } from "../../values/erreur-dite.ts";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const TAILLE_LOCALE = 30;
const NOMS_EN_UTF8 = 0x0800;
const DEGONFLE = 8;
/** 1 January 1980: the same rows give the same bytes. */
const DATE_FIXE = 0x0021;
const ZIP64 = 45;
const PLEIN_16 = 0xffff;
const PLEIN_32 = 0xffffffff;

/** A zip that cannot be read: the sentence says so. */
class ErreurZip extends ErreurDite {}

/** One file as the directory at the end names it. */
interface Place {
  nom: Buffer;
  crc: number;
  serree: number;
  taille: number;
  debut: number;
}

/**
 * A zip written file after file: each is whole in memory, all of them never are. Sizes stand before the bytes, so that it
 * is read in one passage too. Beyond 65,535 files or 4 GB the directory is in ZIP64, which `unzip` reads.
 */
export async function* zipper(entrees: AsyncIterable<EntreeZip>): AsyncGenerator<Buffer> {
  const places: Place[] = [];
  let debut = 0;
  for await (const { nom, contenu } of entrees) {
    const serre = deflateRawSync(contenu);
    const place = {
      nom: Buffer.from(nom, "utf8"),
      crc: crc32(contenu),
      serree: serre.length,
      taille: contenu.length,
      debut,
    };
    const entete = Buffer.alloc(TAILLE_LOCALE);
    entete.writeUInt32LE(LOCAL, 0);
    ecrireCommun(entete, 4, place, 0);
    yield Buffer.concat([entete, place.nom]);
    yield serre;
    places.push(place);
    debut += TAILLE_LOCALE + place.nom.length + serre.length;
  }
  let longueur = 0;
  for (const place of places) {
    const ligne = ligneDuRepertoire(place);
    longueur += ligne.length;
    yield ligne;
  }
  yield finDuRepertoire(places.length, longueur, debut);
}

/** What the local and the central line share, 26 bytes from `ici`. */
function ecrireCommun(vers: Buffer, ici: number, place: Place, extra: number): void {
  vers.writeUInt16LE(ZIP64, ici);
  vers.writeUInt16LE(NOMS_EN_UTF8, ici + 2);
  vers.writeUInt16LE(DEGONFLE, ici + 4);
  vers.writeUInt16LE(DATE_FIXE, ici + 8);
  vers.writeUInt32LE(place.crc, ici + 10);
  vers.writeUInt32LE(place.serree, ici + 14);
  vers.writeUInt32LE(place.taille, ici + 18);
  vers.writeUInt16LE(place.nom.length, ici + 22);
  vers.writeUInt16LE(extra, ici + 24);
}

function ligneDuRepertoire(place: Place): Buffer {
  const loin = place.debut >= PLEIN_32;
  const extra = Buffer.alloc(loin ? 12 : 0);
  if (loin) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(place.debut), 4);
  }
  const ligne = Buffer.alloc(46);
  ligne.writeUInt32LE(CENTRAL, 0);
  ligne.writeUInt16LE(0x0300 | ZIP64, 4);
  ecrireCommun(ligne, 6, place, extra.length);
  ligne.writeUInt32LE(0o100600 * 0x10000, 38);
  ligne.writeUInt32LE(loin ? PLEIN_32 : place.debut, 42);
  return Buffer.concat([ligne, place.nom, extra]);
}

function finDuRepertoire(combien: number, longueur: number, debut: number): Buffer {
  const fin = Buffer.alloc(98);
  fin.writeUInt32LE(0x06064b50, 0);
  fin.writeBigUInt64LE(44n, 4);
  fin.writeUInt16LE(0x0300 | ZIP64, 12);
  fin.writeUInt16LE(ZIP64, 14);
  for (const ici of [24, 32]) fin.writeBigUInt64LE(BigInt(combien), ici);
  fin.writeBigUInt64LE(BigInt(longueur), 40);
  fin.writeBigUInt64LE(BigInt(debut), 48);
  fin.writeUInt32LE(0x07064b50, 56);
  fin.writeBigUInt64LE(BigInt(debut + longueur), 64);
  fin.writeUInt32LE(1, 72);
  fin.writeUInt32LE(0x06054b50, 76);
  for (const ici of [84, 86]) fin.writeUInt16LE(Math.min(combien, PLEIN_16), ici);
  fin.writeUInt32LE(Math.min(longueur, PLEIN_32), 88);
  fin.writeUInt32LE(Math.min(debut, PLEIN_32), 92);
  return fin;
}

/** No file of ours is longer than one text may be in memory: what says that it is would fill it. */
const TAILLE_MAX = constants.MAX_STRING_LENGTH;

/**
 * The files of such a zip, one after the other. Throws `ErreurZip` on bytes that are none, that end too early, or that
 * swell beyond what they say or beyond `max` bytes.
 */
export async function* dezipper(
  octets: AsyncIterable<Uint8Array>,
  max: number = TAILLE_MAX,
): AsyncGenerator<EntreeZip> {
  const lecteur = lecteurDe(octets);
  for (;;) {
    const signature = (await lecteur.lire(4)).readUInt32LE(0);
    if (signature === CENTRAL || signature === 0x06064b50) break;
    if (signature !== LOCAL) throw abime();
    const entete = await lecteur.lire(TAILLE_LOCALE - 4);
    const nom = (await lecteur.lire(entete.readUInt16LE(22))).toString("utf8");
    const [serree, taille] = [entete.readUInt32LE(14), entete.readUInt32LE(18)];
    if (serree > max || taille > max) throw abime();
    const contenu = degonfler(await lecteur.lire(serree), taille);
    if (contenu.length !== taille || crc32(contenu) !== entete.readUInt32LE(10)) {
      throw abime();
    }
    yield { nom, contenu };
  }
  // Read to its end: what was closed is held to its last byte only there.
  await lecteur.finir();
}

function degonfler(serre: Buffer, taille: number): Buffer {
  try {
    return inflateRawSync(serre, { maxOutputLength: Math.max(1, taille) });
  } catch {
    throw abime();
  }
}

function lecteurDe(octets: AsyncIterable<Uint8Array>) {
  const suite = octets[Symbol.asyncIterator]();
  let attente: Uint8Array[] = [];
  let taille = 0;
  return {
    lire: async (combien: number): Promise<Buffer> => {
      while (taille < combien) {
        const lu = await suite.next();
        if (lu.done) throw abime();
        attente.push(lu.value);
        taille += lu.value.length;
      }
      const tout = Buffer.concat(attente);
      attente = [tout.subarray(combien)];
      taille -= combien;
      return tout.subarray(0, combien);
    },
    finir: async (): Promise<void> => {
      for (let lu = await suite.next(); !lu.done; lu = await suite.next());
    },
  };
}

const abime = () => new ErreurZip("L’archive que contient ce fichier est coupée ou altérée.");

import { isWellFormed, sameBytes, utf8 } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import type { EntreeZip } from "./entree-zip.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";
import { parcourirZip } from "./zip-parcours.ts";

const VERSION = 20;
const FAIT_SOUS_UNIX = 0x0300 | VERSION;
const NOMS_EN_UTF8 = 0x0800;
const DATE_FIXE = 0x0021; // 1 January 1980, the earliest that ZIP can say.
const FICHIER_ORDINAIRE = 0o100644 * 0x10000;
const LOCAL = 30;
const CENTRAL = 46;
const FIN = 22;

/**
 * The one archive of these files: stored, sorted by name (UTF-16 code units), same date for all, no extra field, no
 * comment. Same files, same bytes, everywhere. Throws PreuveInvalide on an unsafe or repeated name, or beyond 4 GB.
 */
export function ecrireZip(entrees: readonly EntreeZip[]): Uint8Array {
  const triees = sortEntrees(entrees).map(({ nom, contenu }) => ({
    nom: utf8(nom),
    contenu,
    crc: crc32(contenu),
  }));
  const taille = triees.reduce((sum, e) => sum + LOCAL + CENTRAL + 2 * e.nom.length + e.contenu.length, FIN);
  if (taille >= 0xffffffff || triees.length >= 0xffff)
    throw new PreuveInvalide("Le dossier de contrôle dépasse 4 Go.");
  const bytes = new Uint8Array(taille);
  const out = { view: new DataView(bytes.buffer), bytes, at: 0 };
  const debuts = triees.map((entree) => {
    const debut = out.at;
    put32(out, 0x04034b50);
    putCommun(out, entree);
    putBytes(out, entree.nom);
    putBytes(out, entree.contenu);
    return debut;
  });
  const repertoire = out.at;
  triees.forEach((entree, i) => {
    put32(out, 0x02014b50);
    put16(out, FAIT_SOUS_UNIX);
    putCommun(out, entree);
    put16(out, 0); // comment length
    put16(out, 0); // disk number
    put16(out, 0); // internal attributes
    put32(out, FICHIER_ORDINAIRE);
    put32(out, debuts[i]!);
    putBytes(out, entree.nom);
  });
  const longueur = out.at - repertoire;
  put32(out, 0x06054b50);
  put32(out, 0); // disk numbers
  put16(out, triees.length);
  put16(out, triees.length);
  put32(out, longueur);
  put32(out, repertoire);
  put16(out, 0); // comment length
  return bytes;
}

/**
 * The files of an archive made by `ecrireZip`. Any other byte sequence, even another valid ZIP of the same files, throws
 * PreuveInvalide: the archive is written again and must come out the same.
 */
export function lireZip(bytes: Uint8Array): EntreeZip[] {
  const entrees = parcourirZip(bytes);
  if (!sameBytes(ecrireZip(entrees), bytes))
    throw new PreuveInvalide(
      "L’archive n’est pas écrite sous sa forme canonique : au moins un octet a changé.",
    );
  return entrees;
}

function sortEntrees(entrees: readonly EntreeZip[]): EntreeZip[] {
  const vus = new Set<string>();
  for (const { nom } of entrees) {
    checkNom(nom);
    // Two names that differ by case alone would overwrite each other once extracted on Windows or macOS.
    const plie = nom.toLowerCase();
    if (vus.has(plie)) throw new PreuveInvalide(`L’archive contient deux fois le nom « ${nom} ».`);
    vus.add(plie);
  }
  return [...entrees].sort((a, b) => (a.nom < b.nom ? -1 : 1));
}

function checkNom(nom: string): void {
  const interdit = /[\p{Cc}\\:*?"<>|]/u.test(nom) || !isWellFormed(nom) || nom.normalize("NFC") !== nom;
  const segments = nom.split("/");
  if (interdit || nom.length > 200 || segments.some((s) => s === "" || s === "." || s === ".."))
    throw new PreuveInvalide("L’archive contient un nom de fichier qui n’est pas permis.");
}

type Out = { readonly view: DataView; readonly bytes: Uint8Array; at: number };

function putCommun(out: Out, entree: { nom: Uint8Array; contenu: Uint8Array; crc: number }): void {
  put16(out, VERSION);
  put16(out, NOMS_EN_UTF8);
  put16(out, 0); // stored
  put16(out, 0); // midnight
  put16(out, DATE_FIXE);
  put32(out, entree.crc);
  put32(out, entree.contenu.length);
  put32(out, entree.contenu.length);
  put16(out, entree.nom.length);
  put16(out, 0); // extra field length
}

function put16(out: Out, value: number): void {
  out.view.setUint16(out.at, value, true);
  out.at += 2;
}

function put32(out: Out, value: number): void {
  out.view.setUint32(out.at, value, true);
  out.at += 4;
}

function putBytes(out: Out, bytes: Uint8Array): void {
  out.bytes.set(bytes, out.at);
  out.at += bytes.length;
}

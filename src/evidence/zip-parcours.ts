import { parseUtf8 } from "./bytes.ts";
import type { EntreeZip } from "./entree-zip.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

const CENTRAL = 46;
const FIN = 22;

/**
 * The stored files that an archive's directory names, without checking anything else: enough to say which file of a
 * damaged archive has changed, never enough to trust it. Throws PreuveInvalide when the structure cannot be followed.
 */
export function parcourirZip(bytes: Uint8Array): EntreeZip[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fin = bytes.length - FIN;
  if (fin < 0 || view.getUint32(fin, true) !== 0x06054b50)
    throw new PreuveInvalide("Ce n’est pas une archive ZIP entière : sa fin manque.");
  const nombre = view.getUint16(fin + 10, true);
  const entrees: EntreeZip[] = [];
  let at = view.getUint32(fin + 16, true);
  let somme = 0;
  for (let i = 0; i < nombre; i++) {
    if (at + CENTRAL > fin || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const taille = view.getUint32(at + 20, true);
    const longueur = view.getUint16(at + 28, true);
    // Entries that share bytes would make a small file cost gigabytes of checking.
    somme += taille;
    if (somme > bytes.length) throw damaged();
    const nom = parseUtf8(slice(bytes, at + CENTRAL, longueur), "Un nom de fichier de l’archive");
    const local = view.getUint32(at + 42, true);
    if (local + 30 > fin || view.getUint32(local, true) !== 0x04034b50) throw damaged();
    const debut = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entrees.push({ nom, contenu: slice(bytes, debut, taille) });
    at += CENTRAL + longueur + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entrees;
}

function slice(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > bytes.length) throw damaged();
  return bytes.subarray(start, start + length);
}

function damaged(): PreuveInvalide {
  return new PreuveInvalide("La structure de l’archive est abîmée.");
}

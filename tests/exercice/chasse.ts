import { createDecipheriv } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { lireSauvegarde } from "../../src/usecases/sauvegarde/relire.ts";
import type { Trousseau } from "../../src/vault/trousseau.ts";
import type { Voliere } from "./canaris.ts";

const NONCE = 12;
const TAG = 16;
const CLE = 32;

/** Sealed bytes that may hold something, by their hexadecimal: in every copy the same is tried once. */
export type Scelles = Map<string, Buffer>;

/** Every sealed value in the rows of a backup: binary columns, and base64 within texts. Needs the key of the backup. */
export async function scellesDe(trousseau: Trousseau, sauvegarde: string): Promise<Scelles> {
  const scelles: Scelles = new Map();
  const texte = await lireSauvegarde(trousseau, sauvegarde, async (trames) => {
    const lignes: Buffer[] = [];
    for await (const t of trames) if (t.sorte === "lignes") lignes.push(Buffer.from(t.octets));
    return Buffer.concat(lignes).toString("latin1");
  });
  for (const [, hexadecimal] of texte.matchAll(/\\\\x([0-9a-f]{56,})/g)) {
    ajouter(scelles, Buffer.from(hexadecimal!, "hex"));
  }
  for (const [base64] of texte.matchAll(/[A-Za-z0-9+/]{38,}={0,2}/g)) {
    ajouter(scelles, Buffer.from(base64, "base64"));
  }
  return scelles;
}

function ajouter(scelles: Scelles, octets: Buffer): void {
  if (octets.length > NONCE + TAG) scelles.set(octets.toString("hex"), octets);
}

/** Every key that lies beside the keyring: those that it holds, and the wrapped ones of the living dossiers. */
export async function clesDuDossier(dossier: string): Promise<{ claires: Buffer[]; enveloppees: Scelles }> {
  const claires: Buffer[] = [];
  const enveloppees: Scelles = new Map();
  for (const entree of await readdir(dossier, { recursive: true, withFileTypes: true })) {
    if (!entree.isFile()) continue;
    const texte = await readFile(join(entree.parentPath, entree.name), "latin1");
    for (const [base64] of texte.matchAll(/[A-Za-z0-9+/]{38,}={0,2}/g)) {
      const octets = Buffer.from(base64, "base64");
      if (octets.length === CLE) claires.push(octets);
      else ajouter(enveloppees, octets);
    }
  }
  return { claires, enveloppees };
}

/**
 * The words that come out of these sealed bytes with these keys, and with any key that one of them unwraps. Their place
 * and their tag are not asked: whoever searches a stolen copy would not respect them either.
 */
export function chasser(
  voliere: Voliere,
  scelles: Scelles,
  { claires, enveloppees }: { claires: readonly Buffer[]; enveloppees: Scelles },
): Set<string> {
  const cles = new Map(claires.map((c) => [c.toString("hex"), c]));
  for (const enveloppe of [...scelles.values(), ...enveloppees.values()]) {
    if (enveloppe.length !== NONCE + CLE + TAG) continue;
    for (const externe of claires) {
      const cle = sansPreuve(externe, enveloppe);
      cles.set(cle.toString("hex"), cle);
    }
  }
  const vus = new Set<string>();
  for (const scelle of scelles.values()) {
    for (const cle of cles.values()) {
      for (const mot of voliere.vusDans(sansPreuve(cle, scelle))) vus.add(mot);
    }
  }
  return vus;
}

/** Decrypts without asking whether what comes out is what went in. */
function sansPreuve(cle: Buffer, scelle: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", cle, scelle.subarray(0, NONCE));
  return decipher.update(scelle.subarray(NONCE, scelle.length - TAG));
}

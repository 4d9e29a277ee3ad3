import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type FileHandle, open, stat } from "node:fs/promises";
import { z } from "zod";
import { enJson } from "../values/en-json.ts";
import { ScelleIllisible } from "./chiffre.ts";
import type { ClesExternes } from "./cles-externes.ts";
import { ErreurSauvegarde } from "./erreur-sauvegarde.ts";

const FORMAT = "probant-sauvegarde/1";
const MORCEAU = 64 * 1024;
const TAG = 16;
const ENTETE_MAX = 1024;

/** First line of a sealed file: its own random key, wrapped by the backup key of that name. */
const sEntete = z.strictObject({ format: z.literal(FORMAT), cle: z.string(), enveloppe: z.base64() });

/**
 * Seals a stream under a new random key: a first line that names the backup key, then pieces of 64 KiB in AES-256-GCM.
 * The number of the piece and the mark of the last one are its nonce, and the first line is authenticated with each:
 * no piece can be altered, moved, dropped or added.
 */
export async function* scellerFlux(
  trousseau: ClesExternes,
  clair: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const cle = randomBytes(32);
  const { cleExterne, enveloppe } = await trousseau.envelopper("sauvegarde", FORMAT, cle);
  const premiere = { format: FORMAT, cle: cleExterne, enveloppe: enveloppe.toString("base64") };
  const entete = Buffer.from(`${JSON.stringify(premiere)}\n`);
  yield entete;
  let n = 0;
  let attente: Buffer[] = [];
  let taille = 0;
  const morceau = (octets: Uint8Array, dernier: boolean) => {
    const cipher = createCipheriv("aes-256-gcm", cle, nonce(n, dernier));
    cipher.setAAD(entete);
    n += 1;
    return Buffer.concat([cipher.update(octets), cipher.final(), cipher.getAuthTag()]);
  };
  for await (const octets of clair) {
    attente.push(Buffer.from(octets.buffer, octets.byteOffset, octets.length));
    taille += octets.length;
    // The last piece carries its mark, so one is always held back.
    if (taille <= MORCEAU) continue;
    let tout = Buffer.concat(attente);
    while (tout.length > MORCEAU) {
      yield morceau(tout.subarray(0, MORCEAU), false);
      tout = tout.subarray(MORCEAU);
    }
    attente = [tout];
    taille = tout.length;
  }
  yield morceau(Buffer.concat(attente), true);
}

/** Opens it again, piece by piece. Throws `ErreurSauvegarde` on another file, a lost key, or one altered byte. */
export async function* ouvrirFlux(trousseau: ClesExternes, chemin: string): AsyncGenerator<Buffer> {
  const fichier = await ouvrirFichier(chemin);
  try {
    const { size } = await fichier.stat();
    const entete = await lireEntete(fichier, chemin);
    const cle = await cleDuFichier(trousseau, entete, chemin);
    let position = entete.length;
    for (let n = 0; ; n += 1) {
      const lu = Buffer.alloc(Math.min(MORCEAU + TAG, size - position));
      const { bytesRead } = await fichier.read(lu, 0, lu.length, position);
      if (bytesRead !== lu.length || lu.length < TAG) throw alteree(chemin);
      position += lu.length;
      const dernier = position === size;
      yield ouvrirMorceau(lu, cle, nonce(n, dernier), entete, chemin);
      if (dernier) return;
    }
  } finally {
    await fichier.close();
  }
}

function ouvrirMorceau(lu: Buffer, cle: Buffer, iv: Buffer, entete: Buffer, chemin: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", cle, iv);
  decipher.setAAD(entete);
  decipher.setAuthTag(lu.subarray(lu.length - TAG));
  try {
    return Buffer.concat([decipher.update(lu.subarray(0, lu.length - TAG)), decipher.final()]);
  } catch {
    throw alteree(chemin);
  }
}

/** Eleven bytes of number, one byte of mark. */
function nonce(n: number, dernier: boolean): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeUIntBE(n, 5, 6);
  iv[11] = dernier ? 1 : 0;
  return iv;
}

async function cleDuFichier(trousseau: ClesExternes, entete: Buffer, chemin: string): Promise<Buffer> {
  const lu = sEntete.safeParse(enJson(entete.toString("utf8")));
  if (!lu.success) throw alteree(chemin);
  const { cle, enveloppe } = lu.data;
  if (!trousseau.externesDe("sauvegarde").includes(cle)) {
    throw new ErreurSauvegarde(
      `Le trousseau n’a pas la clé de la sauvegarde ${chemin}. Remettez en place le trousseau de l’installation qui l’a faite.`,
    );
  }
  try {
    return await trousseau.developper(FORMAT, {
      cleExterne: cle,
      enveloppe: Buffer.from(enveloppe, "base64"),
    });
  } catch (erreur) {
    if (erreur instanceof ScelleIllisible) throw alteree(chemin);
    throw erreur;
  }
}

async function lireEntete(fichier: FileHandle, chemin: string): Promise<Buffer> {
  const debut = Buffer.alloc(ENTETE_MAX);
  const { bytesRead } = await fichier.read(debut, 0, ENTETE_MAX, 0);
  const fin = debut.subarray(0, bytesRead).indexOf(0x0a);
  if (fin === -1 || !debut.toString("utf8", 0, fin).startsWith("{")) {
    throw new ErreurSauvegarde(`Le fichier ${chemin} n’est pas une sauvegarde de Probant, ou il est abîmé.`);
  }
  return debut.subarray(0, fin + 1);
}

const RAISONS: Readonly<Record<string, string>> = {
  ENOENT: "n’existe pas",
  ENOTDIR: "n’existe pas",
  EACCES: "ne peut pas être lu : vous n’en avez pas le droit",
};

async function ouvrirFichier(chemin: string): Promise<FileHandle> {
  try {
    // Opening a folder succeeds, reading it does not.
    if ((await stat(chemin)).isDirectory()) {
      throw new ErreurSauvegarde(`${chemin} est un dossier : donnez le fichier de la sauvegarde.`);
    }
    return await open(chemin, "r");
  } catch (erreur) {
    if (erreur instanceof ErreurSauvegarde) throw erreur;
    const { code = "" } = erreur as NodeJS.ErrnoException;
    throw new ErreurSauvegarde(`Le fichier ${chemin} ${RAISONS[code] ?? `ne peut pas être lu (${code})`}.`);
  }
}

const alteree = (chemin: string) =>
  new ErreurSauvegarde(`La sauvegarde ${chemin} est coupée ou altérée. Prenez-en une autre.`);

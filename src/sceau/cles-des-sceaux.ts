import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { enJson } from "../values/en-json.ts";
import { ErreurSceau } from "./erreur-sceau.ts";

export const sFichierDeSceau = z.object({
  format: z.literal("probant-sceau/1"),
  raisonSociale: z.string(),
  siret: z.string(),
  /** When the certificate begins and ends, ISO. */
  du: z.string(),
  au: z.string(),
  /** DER, base64. */
  certificat: z.string(),
  /** PKCS 8, base64; null once another key has replaced it. */
  cle: z.string().nullable(),
});
export type FichierDeSceau = z.infer<typeof sFichierDeSceau>;

/** The seals of one organisation, the oldest first: one file each, which its owner alone may read. */
export async function lireFichiers(dossier: string): Promise<FichierDeSceau[]> {
  const fichiers: FichierDeSceau[] = [];
  for (let rang = 1; ; rang += 1) {
    const lu = await lireFichier(chemin(dossier, rang));
    if (lu === null) return fichiers;
    fichiers.push(lu);
  }
}

/** Writes the seal of that rank; false when another process did so first. */
export async function ajouterFichier(dossier: string, rang: number, f: FichierDeSceau): Promise<boolean> {
  await mkdir(dossier, { recursive: true, mode: 0o700 });
  const provisoire = await ecrireProvisoire(dossier, f);
  try {
    // A link never replaces what is there: of two processes, one makes the seal.
    await link(provisoire, chemin(dossier, rang));
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw erreur;
  } finally {
    await rm(provisoire);
  }
  await forcer(dossier);
  return true;
}

/** Forgets the private key of a seal that another one replaced; its certificate stays. */
export async function oublierCle(dossier: string, rang: number, f: FichierDeSceau): Promise<void> {
  if (f.cle === null) return;
  await rename(await ecrireProvisoire(dossier, { ...f, cle: null }), chemin(dossier, rang));
  await forcer(dossier);
}

/** Whether the seal of that rank is still the last one: no other has replaced it. */
export async function estLeDernier(dossier: string, rang: number): Promise<boolean> {
  try {
    await stat(chemin(dossier, rang + 1));
    return false;
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw erreur;
  }
}

const chemin = (dossier: string, rang: number) => join(dossier, `${rang}.json`);

async function ecrireProvisoire(dossier: string, f: FichierDeSceau): Promise<string> {
  const provisoire = join(dossier, `.${process.pid}.${randomUUID()}`);
  const fichier = await open(provisoire, "wx", 0o600);
  try {
    await fichier.writeFile(JSON.stringify(f, null, 1));
    await fichier.sync();
  } finally {
    await fichier.close();
  }
  return provisoire;
}

async function forcer(dossier: string): Promise<void> {
  const ouvert = await open(dossier, "r");
  try {
    await ouvert.sync();
  } finally {
    await ouvert.close();
  }
}

async function lireFichier(ici: string): Promise<FichierDeSceau | null> {
  let texte: string;
  try {
    if (((await stat(ici)).mode & 0o077) !== 0) {
      throw new ErreurSceau(
        "La clé du sceau peut être lue par d’autres comptes de la machine. Prévenez votre installateur.",
        `chmod 600 ${ici}`,
      );
    }
    texte = await readFile(ici, "utf8");
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw erreur;
  }
  const lu = sFichierDeSceau.safeParse(enJson(texte));
  if (lu.success) return lu.data;
  throw new ErreurSceau(
    "La clé du sceau est abîmée. Remettez en place la copie de secours du trousseau.",
    `unreadable: ${ici}`,
  );
}

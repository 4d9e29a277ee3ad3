import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
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
/** A seal with its key in the clear, as it is used and taken elsewhere. */
export type FichierDeSceau = z.infer<typeof sFichierDeSceau>;

/** A key closed by whoever keeps the outer keys: what was closed, and the wrapped key that opens it. */
export interface CleFermee {
  cleExterne: string;
  enveloppe: string;
  scelle: string;
}

/** Closes and opens the keys of seals: the keyring. Bound to `lieu`. */
export interface CoffreDeSceaux {
  fermer: (lieu: string, clair: Uint8Array) => Promise<CleFermee>;
  /** Throws when it does not open with the keyring that is here. */
  ouvrir: (lieu: string, ferme: CleFermee) => Promise<Buffer>;
  /** Whether it was closed under an outer key that is still the one in use. */
  estAJour: (ferme: CleFermee) => boolean;
}

/** As it lies on the disk. In files of before, and where no keyring keeps them, the key is in the clear. */
const sFichierGarde = sFichierDeSceau.extend({
  cle: z.union([
    z.string(),
    z.strictObject({ cleExterne: z.string(), enveloppe: z.base64(), scelle: z.base64() }),
    z.null(),
  ]),
});
type FichierGarde = z.infer<typeof sFichierGarde>;

/** The seals of one organisation, the oldest first: one file each, which its owner alone may read. */
export async function lireFichiers(dossier: string, coffre?: CoffreDeSceaux): Promise<FichierDeSceau[]> {
  const fichiers: FichierDeSceau[] = [];
  for (const [i, f] of (await lireGardes(dossier)).entries()) {
    fichiers.push({ ...f, cle: await ouvrir(dossier, i + 1, f, coffre) });
  }
  return fichiers;
}

/** The certificates alone: no key is opened. */
export async function lireCertificats(dossier: string): Promise<FichierDeSceau[]> {
  return (await lireGardes(dossier)).map((f) => ({ ...f, cle: null }));
}

async function lireGardes(dossier: string): Promise<FichierGarde[]> {
  const fichiers: FichierGarde[] = [];
  for (let rang = 1; ; rang += 1) {
    const lu = await lireFichier(chemin(dossier, rang));
    if (lu === null) return fichiers;
    fichiers.push(lu);
  }
}

/** Closes the keys of this folder that lie in the clear, or under an outer key that is no longer the one in use. */
export async function refermerFichiers(dossier: string, coffre: CoffreDeSceaux): Promise<void> {
  for (const [i, f] of (await lireGardes(dossier)).entries()) {
    if (estAJour(f, coffre)) continue;
    const claire = { ...f, cle: await ouvrir(dossier, i + 1, f, coffre) };
    await rename(
      await ecrireProvisoire(dossier, await fermer(dossier, claire, coffre)),
      chemin(dossier, i + 1),
    );
  }
  await forcer(dossier);
}

/** Whether its key lies as it should: closed under the outer key in use, where there is one. */
function estAJour({ cle }: FichierGarde, coffre: CoffreDeSceaux | undefined): boolean {
  if (cle === null || coffre === undefined) return true;
  return typeof cle !== "string" && coffre.estAJour(cle);
}

const lieuDe = (dossier: string, { certificat }: Pick<FichierDeSceau, "certificat">) =>
  `probant/sceau/1\0${basename(dossier)}\0${certificat}`;

async function fermer(dossier: string, f: FichierDeSceau, coffre?: CoffreDeSceaux): Promise<FichierGarde> {
  if (f.cle === null || coffre === undefined) return f;
  return { ...f, cle: await coffre.fermer(lieuDe(dossier, f), Buffer.from(f.cle, "base64")) };
}

async function ouvrir(
  dossier: string,
  rang: number,
  f: FichierGarde,
  coffre: CoffreDeSceaux | undefined,
): Promise<string | null> {
  if (f.cle === null || typeof f.cle === "string") return f.cle;
  try {
    if (coffre === undefined) throw new Error("no keyring");
    return (await coffre.ouvrir(lieuDe(dossier, f), f.cle)).toString("base64");
  } catch (cause) {
    throw new ErreurSceau(
      "La clé du sceau ne s’ouvre pas avec ce trousseau. Remettez en place le trousseau et les sceaux ensemble, de la même copie.",
      `closed otherwise: ${chemin(dossier, rang)} (${(cause as Error).message})`,
    );
  }
}

/** Writes the seal of that rank; false when another process did so first. */
export async function ajouterFichier(
  dossier: string,
  rang: number,
  f: FichierDeSceau,
  coffre?: CoffreDeSceaux,
): Promise<boolean> {
  await mkdir(dossier, { recursive: true, mode: 0o700 });
  let garde = await fermer(dossier, f, coffre);
  const provisoire = await ecrireProvisoire(dossier, garde);
  try {
    // A link never replaces what is there: of two processes, one makes the seal.
    await link(provisoire, chemin(dossier, rang));
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw erreur;
  } finally {
    await rm(provisoire);
  }
  // Whoever turned the outer key meanwhile closed anew what lay here, and this did not yet: the old one is destroyed.
  while (!estAJour(garde, coffre)) {
    garde = await fermer(dossier, f, coffre);
    await rename(await ecrireProvisoire(dossier, garde), chemin(dossier, rang));
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

async function ecrireProvisoire(dossier: string, f: FichierGarde): Promise<string> {
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

async function lireFichier(ici: string): Promise<FichierGarde | null> {
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
  const lu = sFichierGarde.safeParse(enJson(texte));
  if (lu.success) return lu.data;
  throw new ErreurSceau(
    "La clé du sceau est abîmée. Remettez en place la copie de secours du trousseau.",
    `unreadable: ${ici}`,
  );
}

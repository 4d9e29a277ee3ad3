import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { enJson } from "../values/en-json.ts";
import { ecrireDUnCoup } from "./ecrire-d-un-coup.ts";
import { ErreurTrousseau, refusDuSysteme } from "./erreur-trousseau.ts";
import type { CleDePhrase } from "./phrase.ts";
import { creerRegistre, REGISTRE_VIDE } from "./registre-destructions.ts";
import { ouvrirTrousseauScelle, scellerTrousseau } from "./trousseau-scelle.ts";

/** What an outer key wraps: content keys, proof keys, secrets that wait in messages, the keys of backups, those of seals. */
const USAGES = ["contenu", "preuve", "message", "sauvegarde", "sceau"] as const;
export type Usage = (typeof USAGES)[number];

const sUsage = z.enum(USAGES);

const sTrousseau = z.object({
  format: z
    .enum(["probant-trousseau/2", "probant-trousseau/3"])
    .transform(() => "probant-trousseau/3" as const),
  /** Outer keys, for each usage the last one in use; destroying one makes every copy of what it wrapped useless. */
  externes: z.array(z.object({ id: z.string(), usage: sUsage, cle: z.string(), creeLe: z.string() })),
  /** Names of the outer keys that were destroyed, so that « destroyed » is never taken for « lost ». */
  detruites: z.array(z.object({ id: z.string(), usage: sUsage, detruiteLe: z.string() })),
  /** The register of destructions as it stood when the last outer key was destroyed. */
  registre: z.object({ taille: z.int().min(0), empreinte: z.string() }),
  /** One signing key per organisation, PKCS 8 in base64. */
  signatures: z.record(z.string(), z.string()),
  /** The key that is about to take over in an organisation, while its hand-over is being written. */
  suivantes: z.record(z.string(), z.string()).default({}),
  /** The signed notes of the hand-overs, the oldest first: a log put back from before one must learn of it. */
  passations: z.record(z.string(), z.array(z.string())).default({}),
  /** Signs the cookies of the sessions. */
  session: z.string(),
});
export type ContenuTrousseau = z.infer<typeof sTrousseau>;

/** Whether a keyring of this content can be read again. */
export const estUnTrousseau = (contenu: unknown): boolean => sTrousseau.safeParse(contenu).success;

/** A keyring that is held open: as the file is now, and a way to change it whole. */
export interface FichierTenu {
  present: () => ContenuTrousseau;
  changer: (changement: (c: ContenuTrousseau) => ContenuTrousseau) => Promise<void>;
}

/** A new outer key of 256 random bits. */
export function nouvelleExterne(usage: Usage): ContenuTrousseau["externes"][number] {
  return {
    id: randomBytes(8).toString("hex"),
    usage,
    cle: randomBytes(32).toString("base64"),
    creeLe: new Date().toISOString(),
  };
}

/** Writes the keyring whole, sealed when there is a key: a crash leaves the old one or the new one. */
export function ecrireTrousseau(
  chemin: string,
  contenu: ContenuTrousseau,
  cle: CleDePhrase | undefined,
): Promise<void> {
  const clair = JSON.stringify(contenu, null, 1);
  const texte = cle === undefined ? clair : scellerTrousseau(clair, cle);
  return ecrireDUnCoup(chemin, (fichier) => fichier.writeFile(texte));
}

/** What lies beside the keyring: the register of destructions, and the keys that live. */
export const cheminDuRegistre = (trousseau: string) => join(dirname(trousseau), "destructions.jsonl");
export const cheminDesClesVivantes = (trousseau: string) => join(dirname(trousseau), "cles-vivantes.jsonl");

/** Makes the keyring of a new installation, readable by its owner only. */
export async function creerTrousseau(chemin: string): Promise<void> {
  try {
    await creerDossier(dirname(chemin));
    await creerRegistre(cheminDuRegistre(chemin));
  } catch (erreur) {
    throw refusDuSysteme(`Le trousseau de clés ne peut pas être créé dans ${dirname(chemin)}`, erreur);
  }
  const contenu: ContenuTrousseau = {
    format: "probant-trousseau/3",
    externes: USAGES.map(nouvelleExterne),
    detruites: [],
    registre: REGISTRE_VIDE,
    signatures: {},
    suivantes: {},
    passations: {},
    session: randomBytes(32).toString("base64"),
  };
  await ecrireTrousseau(chemin, contenu, undefined);
  await chmod(chemin, 0o600);
}

// One folder at a time: asked to make a whole path under /proc, Node's own `recursive` never comes back.
async function creerDossier(chemin: string): Promise<void> {
  if (existsSync(chemin)) return;
  if (!existsSync(dirname(chemin))) await creerDossier(dirname(chemin));
  try {
    await mkdir(chemin, { mode: 0o700 });
  } catch (erreur) {
    // Two processes may start at once.
    if ((erreur as NodeJS.ErrnoException).code !== "EEXIST") throw erreur;
  }
}

/** What tells one writing of the keyring from the next: each replaces the file. */
export function marqueDuTrousseau(chemin: string): string {
  const { ino, mtimeMs } = statSync(chemin);
  return `${ino}-${mtimeMs}`;
}

/** Reads it; throws `ErreurTrousseau` when others may read it, when it is damaged, or sealed and this key opens it not. */
export function lireTrousseau(chemin: string, cle: CleDePhrase | undefined): ContenuTrousseau {
  const droits = statSync(chemin).mode & 0o077;
  if (droits !== 0) {
    throw new ErreurTrousseau(
      `Le trousseau de clés peut être lu par d’autres comptes. Corrigez avec : chmod 600 ${chemin}`,
    );
  }
  const lu = sTrousseau.safeParse(enJson(ouvrirTrousseauScelle(readFileSync(chemin, "utf8"), cle)));
  if (lu.success) return lu.data;
  throw new ErreurTrousseau(
    `Le trousseau de clés ${chemin} est abîmé. Remettez en place sa copie de secours.`,
  );
}

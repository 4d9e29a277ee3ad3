import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { chmod, mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { ErreurTrousseau } from "./erreur-trousseau.ts";

/** What an outer key wraps: the content keys, the proof keys, the secrets that wait in messages. */
export type Usage = "contenu" | "preuve" | "message";
export const USAGES: readonly Usage[] = ["contenu", "preuve", "message"];

const sUsage = z.enum(["contenu", "preuve", "message"]);

const sTrousseau = z.object({
  format: z.literal("probant-trousseau/2"),
  /** Outer keys, for each usage the last one in use; destroying one makes every copy of what it wrapped useless. */
  externes: z.array(z.object({ id: z.string(), usage: sUsage, cle: z.string(), creeLe: z.string() })),
  /** Names of the outer keys that were destroyed, so that « destroyed » is never taken for « lost ». */
  detruites: z.array(z.object({ id: z.string(), usage: sUsage, detruiteLe: z.string() })),
  /** One signing key per organisation, PKCS 8 in base64. */
  signatures: z.record(z.string(), z.string()),
  /** Signs the cookies of the sessions. */
  session: z.string(),
});
export type ContenuTrousseau = z.infer<typeof sTrousseau>;

/** A new outer key of 256 random bits. */
export function nouvelleExterne(usage: Usage): ContenuTrousseau["externes"][number] {
  return {
    id: randomBytes(8).toString("hex"),
    usage,
    cle: randomBytes(32).toString("base64"),
    creeLe: new Date().toISOString(),
  };
}

/** Writes the keyring whole. */
export async function ecrireTrousseau(chemin: string, contenu: ContenuTrousseau): Promise<void> {
  // Written beside, forced to disk, then renamed: a crash leaves the old keyring or the new one, never half of one.
  const provisoire = `${chemin}.${process.pid}.nouveau`;
  const fichier = await open(provisoire, "w", 0o600);
  try {
    await fichier.writeFile(JSON.stringify(contenu, null, 1));
    await fichier.sync();
  } finally {
    await fichier.close();
  }
  await rename(provisoire, chemin);
  const dossier = await open(dirname(chemin), "r");
  try {
    await dossier.sync();
  } finally {
    await dossier.close();
  }
}

/** Makes the keyring of a new installation, readable by its owner only. */
export async function creerTrousseau(chemin: string): Promise<void> {
  await mkdir(dirname(chemin), { recursive: true, mode: 0o700 });
  await ecrireTrousseau(chemin, {
    format: "probant-trousseau/2",
    externes: USAGES.map(nouvelleExterne),
    detruites: [],
    signatures: {},
    session: randomBytes(32).toString("base64"),
  });
  await chmod(chemin, 0o600);
}

/** What tells one writing of the keyring from the next: each replaces the file. */
export function marqueDuTrousseau(chemin: string): string {
  const { ino, mtimeMs } = statSync(chemin);
  return `${ino}-${mtimeMs}`;
}

/** Reads it; throws `ErreurTrousseau` when others may read it or when it is damaged. */
export function lireTrousseau(chemin: string): ContenuTrousseau {
  const droits = statSync(chemin).mode & 0o077;
  if (droits !== 0) {
    throw new ErreurTrousseau(
      `Le trousseau de clés peut être lu par d’autres comptes. Corrigez avec : chmod 600 ${chemin}`,
    );
  }
  const lu = sTrousseau.safeParse(enJson(readFileSync(chemin, "utf8")));
  if (lu.success) return lu.data;
  throw new ErreurTrousseau(
    `Le trousseau de clés ${chemin} est abîmé. Remettez en place sa copie de secours.`,
  );
}

function enJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    return undefined;
  }
}

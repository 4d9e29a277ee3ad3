import { randomBytes } from "node:crypto";
import type { ClesExternes, Enveloppe } from "./cles-externes.ts";

/** A dossier has two keys: what only two people read, and what proves that it happened. */
export type Classe = "contenu" | "preuve";
export const CLASSES: readonly Classe[] = ["contenu", "preuve"];

/** A dossier key as the database holds it: wrapped by an outer key that the database does not hold. */
export interface CleEnveloppee extends Enveloppe {
  classe: Classe;
}

const lieu = (organismeId: string, dossierId: string, classe: Classe) =>
  `probant/cle/1\0${organismeId}\0${dossierId}\0${classe}`;

/** A new random key of a dossier, wrapped by the outer key in use for its class. */
export function creerCle(
  externes: ClesExternes,
  organismeId: string,
  dossierId: string,
  classe: Classe,
): Promise<CleEnveloppee> {
  return envelopperCle(externes, organismeId, dossierId, classe, randomBytes(32));
}

/** The two keys of a new dossier. */
export function creerCles(
  externes: ClesExternes,
  organismeId: string,
  dossierId: string,
): Promise<CleEnveloppee[]> {
  return Promise.all(CLASSES.map((classe) => creerCle(externes, organismeId, dossierId, classe)));
}

/** The same key under the outer key in use: what the older one wrapped may then be destroyed with it. */
export async function envelopperAnouveau(
  externes: ClesExternes,
  organismeId: string,
  dossierId: string,
  cle: CleEnveloppee,
): Promise<CleEnveloppee> {
  const claire = await ouvrirCle(externes, organismeId, dossierId, cle);
  return await envelopperCle(externes, organismeId, dossierId, cle.classe, claire);
}

/** A key in the clear, wrapped by the outer key in use for its class. */
export async function envelopperCle(
  externes: ClesExternes,
  organismeId: string,
  dossierId: string,
  classe: Classe,
  cle: Uint8Array,
): Promise<CleEnveloppee> {
  return { classe, ...(await externes.envelopper(classe, lieu(organismeId, dossierId, classe), cle)) };
}

/** Unwraps a key. Throws when the outer key is gone (destroyed content) or the wrapping was altered. */
export function ouvrirCle(
  externes: ClesExternes,
  organismeId: string,
  dossierId: string,
  cle: CleEnveloppee,
): Promise<Buffer> {
  return externes.developper(lieu(organismeId, dossierId, cle.classe), cle);
}

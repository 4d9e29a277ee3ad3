import { randomBytes } from "node:crypto";
import { chiffrer, dechiffrer } from "./chiffre.ts";
import type { Trousseau } from "./trousseau.ts";

/** A dossier has two keys: what only two people read, and what proves that it happened. */
export type Classe = "contenu" | "preuve";
export const CLASSES: readonly Classe[] = ["contenu", "preuve"];

/** A dossier key as the database holds it: wrapped by an outer key that the database does not hold. */
export interface CleEnveloppee {
  classe: Classe;
  cleExterne: string;
  enveloppe: Buffer;
}

const lieu = (organismeId: string, dossierId: string, classe: Classe) =>
  `probant/cle/1\0${organismeId}\0${dossierId}\0${classe}`;

/** A new random key of a dossier, wrapped by the outer key in use for its class. */
export function creerCle(
  trousseau: Trousseau,
  organismeId: string,
  dossierId: string,
  classe: Classe,
): CleEnveloppee {
  return envelopperCle(trousseau, organismeId, dossierId, classe, randomBytes(32));
}

/** The two keys of a new dossier. */
export function creerCles(trousseau: Trousseau, organismeId: string, dossierId: string): CleEnveloppee[] {
  return CLASSES.map((classe) => creerCle(trousseau, organismeId, dossierId, classe));
}

/** The same key under the outer key in use: what the older one wrapped may then be destroyed with it. */
export function envelopperAnouveau(
  trousseau: Trousseau,
  organismeId: string,
  dossierId: string,
  cle: CleEnveloppee,
): CleEnveloppee {
  const claire = ouvrirCle(trousseau, organismeId, dossierId, cle);
  return envelopperCle(trousseau, organismeId, dossierId, cle.classe, claire);
}

/** A key in the clear, wrapped by the outer key in use for its class. */
export function envelopperCle(
  trousseau: Trousseau,
  organismeId: string,
  dossierId: string,
  classe: Classe,
  cle: Uint8Array,
): CleEnveloppee {
  const externe = trousseau.externe(classe);
  const enveloppe = chiffrer(externe.cle, lieu(organismeId, dossierId, classe), cle);
  return { classe, cleExterne: externe.id, enveloppe };
}

/** Unwraps a key. Throws when the outer key is gone (destroyed content) or the wrapping was altered. */
export function ouvrirCle(
  trousseau: Trousseau,
  organismeId: string,
  dossierId: string,
  cle: CleEnveloppee,
): Buffer {
  return dechiffrer(
    trousseau.externeDe(cle.cleExterne),
    lieu(organismeId, dossierId, cle.classe),
    cle.enveloppe,
  );
}

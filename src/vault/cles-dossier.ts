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

/** New random keys for a dossier, both wrapped by the outer key in use. */
export function creerCles(trousseau: Trousseau, organismeId: string, dossierId: string): CleEnveloppee[] {
  const externe = trousseau.externe();
  return CLASSES.map((classe) => ({
    classe,
    cleExterne: externe.id,
    enveloppe: chiffrer(externe.cle, lieu(organismeId, dossierId, classe), randomBytes(32)),
  }));
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

import { canonicalize, isObjet, parseCanonical, type ValeurCanonique } from "./canonical.ts";
import { checkDossierId } from "./identifiant.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

/** What a fact's text says: at least its dossier and its rank, so that it can be moved to no other place. */
export type FaitEcrit = {
  readonly dossierId: string;
  readonly n: number;
  readonly [champ: string]: ValeurCanonique;
};

/** The canonical text of the n-th fact (n ≥ 1) of a dossier: what is committed to, stored and shown. */
export function texteDuFait(dossierId: string, n: number, fait: object): string {
  return canonicalize({ ...fait, dossierId: checkDossierId(dossierId), n });
}

/** Reads a fact's text back; throws PreuveInvalide unless it is canonical, of this dossier and of this rank. */
export function parseTexteDuFait(texte: string, dossierId: string, n: number): FaitEcrit {
  let value: ValeurCanonique;
  try {
    value = parseCanonical(texte);
  } catch {
    throw new PreuveInvalide(`Le texte du fait n° ${n} n’est pas écrit sous sa forme canonique.`);
  }
  if (!isObjet(value) || value.dossierId !== dossierId)
    throw new PreuveInvalide(`Le fait n° ${n} n’appartient pas à ce dossier.`);
  if (value.n !== n) throw new PreuveInvalide(`Le fait n° ${n} porte un autre rang que le sien.`);
  return { ...value, dossierId, n };
}

/** Every `empreinte` (SHA-256 in hexadecimal) named anywhere in a fact: the pieces that it vouches for. */
export function empreintesNommees(value: ValeurCanonique, cle = ""): string[] {
  if (typeof value === "string") return cle === "empreinte" ? [value] : [];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) => empreintesNommees(member, key));
}

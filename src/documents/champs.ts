import { formatJour, formatJourCourt, formatJourLong } from "../values/dates-fr.ts";
import { formatHeure, type Heure } from "../values/heure.ts";
import type { Jour } from "../values/jour.ts";

/** One line of a `fiche`: a null value prints « non renseigné ». */
export interface Ligne {
  readonly [cle: string]: string | null;
  readonly libelle: string;
  readonly valeur: string | null;
}

/** An empty or blank value is null, and prints « non renseigné ». */
export function ligne(libelle: string, valeur: string | null): Ligne {
  return { libelle, valeur: valeur === null || valeur.trim() === "" ? null : valeur };
}

/** The same, left out altogether when there is nothing to say. */
export function ligneSi(libelle: string, valeur: string | null): Ligne[] {
  return valeur === null || valeur.trim() === "" ? [] : [ligne(libelle, valeur)];
}

/** A ruled table; `total` is its last row. */
export interface Registre {
  readonly [cle: string]: readonly string[] | readonly (readonly (string | null)[])[] | null;
  readonly entetes: readonly string[];
  readonly lignes: readonly (readonly (string | null)[])[];
  readonly total: readonly string[] | null;
}

/** Wall-clock day and time, Paris. */
export interface Moment {
  readonly jour: Jour;
  readonly heure: Heure | null;
}

/** « 30 novembre 2026 à 15 h 31 », or the day alone. */
export function formatMoment({ jour, heure }: Moment): string {
  return heure === null ? formatJour(jour) : `${formatJour(jour)} à\u00a0${formatHeure(heure)}`;
}

/** For the cells of a table: « 30 nov. 2026 à 15 h 31 ». */
export function formatMomentCourt({ jour, heure }: Moment): string {
  return heure === null ? formatJourCourt(jour) : `${formatJourCourt(jour)} à\u00a0${formatHeure(heure)}`;
}

/** « lundi 30 novembre 2026 à 15 h 31 ». */
export function formatMomentLong({ jour, heure }: Moment): string {
  return heure === null ? formatJourLong(jour) : `${formatJourLong(jour)} à\u00a0${formatHeure(heure)}`;
}

/** A SHA-256 in hexadecimal, cut in groups of eight. */
export function groupesDEmpreinte(hexadecimal: string): string[] {
  return hexadecimal.match(/.{1,8}/g) ?? [];
}

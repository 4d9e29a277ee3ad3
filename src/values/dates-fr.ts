import { type Jour, jourDeSemaine, parseJour } from "./jour.ts";

const MOIS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];
const MOIS_COURTS = [
  "janv.",
  "févr.",
  "mars",
  "avr.",
  "mai",
  "juin",
  "juil.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc.",
];
const JOURS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/** « lundi ». */
export function nomDuJour(j: Jour): string {
  return JOURS[jourDeSemaine(j) - 1]!;
}

function quantieme(j: Jour): string {
  const n = Number(j.slice(8));
  return n === 1 ? "1er" : String(n);
}

/** « 30 novembre 2026 », « 1er mai 2027 ». */
export function formatJour(j: Jour): string {
  return `${formatJourDuMois(j)}\u00a0${Number(j.slice(0, 4))}`;
}

/** « 30 novembre », where the year is said beside it. */
export function formatJourDuMois(j: Jour): string {
  return `${quantieme(j)}\u00a0${MOIS[Number(j.slice(5, 7)) - 1]}`;
}

/** « lundi 30 novembre 2026 ». */
export function formatJourLong(j: Jour): string {
  return `${nomDuJour(j)} ${formatJour(j)}`;
}

/** « nov. 2026 », where the day stands apart. */
export function formatMoisCourt(j: Jour): string {
  return `${MOIS_COURTS[Number(j.slice(5, 7)) - 1]}\u00a0${Number(j.slice(0, 4))}`;
}

/** « 30 nov. 2026 ». */
export function formatJourCourt(j: Jour): string {
  return `${quantieme(j)}\u00a0${formatMoisCourt(j)}`;
}

/** « 30/11/2026 »: the form that fields show. */
export function formatJourSaisie(j: Jour): string {
  return `${j.slice(8)}/${j.slice(5, 7)}/${j.slice(0, 4)}`;
}

const sansAccent = (t: string): string => t.normalize("NFD").replace(/[\u0300-\u036f.]/g, "");

/**
 * Reads what a French hand writes: « 30/11/2026 », « 30.11.26 », « lundi 30 novembre 2026 », « 2026-11-30 ».
 * null when it is no day, or when the weekday written before it is another.
 */
export function parseJourSaisi(texte: string): Jour | null {
  const t = texte
    .trim()
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, " ");
  if (/^\d{4}-\d{2}-\d{2}$/.test(t)) return parseJour(t);
  const chiffres = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/.exec(t);
  if (chiffres !== null) return assembler(chiffres[3]!, Number(chiffres[2]), chiffres[1]!);
  const lettres = /^(?:([a-z]+) )?(\d{1,2})(?:er)? ([\p{L}.]+) (\d{4})$/u.exec(t);
  if (lettres === null) return null;
  const nom = sansAccent(lettres[3]!);
  const rang = MOIS.findIndex((m, i) => sansAccent(m) === nom || sansAccent(MOIS_COURTS[i]!) === nom);
  const lu = rang < 0 ? null : assembler(lettres[4]!, rang + 1, lettres[2]!);
  return lu !== null && lettres[1] !== undefined && lettres[1] !== nomDuJour(lu) ? null : lu;
}

function assembler(annee: string, mois: number, jour: string): Jour | null {
  const a = annee.length === 2 ? `20${annee}` : annee;
  return parseJour(`${a}-${String(mois).padStart(2, "0")}-${jour.padStart(2, "0")}`);
}

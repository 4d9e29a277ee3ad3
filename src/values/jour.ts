/** A civil day, `AAAA-MM-JJ`, proleptic Gregorian. Strings compare like the days they name. */
export type Jour = string & { readonly __jour: unique symbol };

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/;
const LONGUEURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function estBissextile(annee: number): boolean {
  return (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0;
}

/** Number of days of a month, 1 to 12. */
export function longueurDuMois(annee: number, mois: number): number {
  return mois === 2 && estBissextile(annee) ? 29 : LONGUEURS[mois - 1]!;
}

/** The day, or null when it does not exist (31 February) or is not written `AAAA-MM-JJ`. */
export function parseJour(texte: string): Jour | null {
  const lu = FORME.exec(texte);
  if (lu === null) return null;
  const [annee, mois, jour] = [Number(lu[1]), Number(lu[2]), Number(lu[3])];
  if (annee < 1 || mois < 1 || mois > 12 || jour < 1 || jour > longueurDuMois(annee, mois)) return null;
  return texte as Jour;
}

/** For days written in our own source: throws when the day does not exist. */
export function jour(texte: string): Jour {
  const lu = parseJour(texte);
  if (lu === null) throw new RangeError(`not a day: ${texte}`);
  return lu;
}

// Days since 1970-01-01 by the civil calendar (years starting in March make leap days fall last).
// Ours rather than a date library's: rules compare thousands of days within the budget of `bench/`.
/** Days since 1970-01-01; the day after has the next number. */
export function numeroDuJour(j: Jour): number {
  const mois = Number(j.slice(5, 7));
  const annee = Number(j.slice(0, 4)) - (mois <= 2 ? 1 : 0);
  const ere = Math.floor(annee / 400);
  const anneeDeLEre = annee - ere * 400;
  const jourDeLAnnee = Math.floor((153 * (mois + (mois > 2 ? -3 : 9)) + 2) / 5) + Number(j.slice(8)) - 1;
  const jourDeLEre =
    anneeDeLEre * 365 + Math.floor(anneeDeLEre / 4) - Math.floor(anneeDeLEre / 100) + jourDeLAnnee;
  return ere * 146_097 + jourDeLEre - 719_468;
}

/** The day of a number given by `numeroDuJour`. */
export function jourDuNumero(numero: number): Jour {
  const z = numero + 719_468;
  const ere = Math.floor(z / 146_097);
  const jourDeLEre = z - ere * 146_097;
  const anneeDeLEre = Math.floor(
    (jourDeLEre -
      Math.floor(jourDeLEre / 1460) +
      Math.floor(jourDeLEre / 36_524) -
      Math.floor(jourDeLEre / 146_096)) /
      365,
  );
  const jourDeLAnnee =
    jourDeLEre - (365 * anneeDeLEre + Math.floor(anneeDeLEre / 4) - Math.floor(anneeDeLEre / 100));
  const rang = Math.floor((5 * jourDeLAnnee + 2) / 153);
  const mois = rang + (rang < 10 ? 3 : -9);
  return ecrire(
    anneeDeLEre + ere * 400 + (mois <= 2 ? 1 : 0),
    mois,
    jourDeLAnnee - Math.floor((153 * rang + 2) / 5) + 1,
  );
}

function ecrire(annee: number, mois: number, jour: number): Jour {
  const a = String(annee).padStart(4, "0");
  return `${a}-${String(mois).padStart(2, "0")}-${String(jour).padStart(2, "0")}` as Jour;
}

/** The day `n` days later (earlier when negative). */
export function ajouterJours(j: Jour, n: number): Jour {
  return jourDuNumero(numeroDuJour(j) + n);
}

/** The same date `n` months later; the last day of the month when it does not exist there (31 August + 6 = 28 February). */
export function ajouterMois(j: Jour, n: number): Jour {
  const rang = Number(j.slice(0, 4)) * 12 + Number(j.slice(5, 7)) - 1 + n;
  const [annee, mois] = [Math.floor(rang / 12), (((rang % 12) + 12) % 12) + 1];
  return ecrire(annee, mois, Math.min(Number(j.slice(8)), longueurDuMois(annee, mois)));
}

/** The same date `n` years later; 29 February becomes the 28th in a common year. */
export function ajouterAnnees(j: Jour, n: number): Jour {
  return ajouterMois(j, 12 * n);
}

/** Days from `a` to `b`: positive when `b` is later. */
export function joursEntre(a: Jour, b: Jour): number {
  return numeroDuJour(b) - numeroDuJour(a);
}

/** 1 (Monday) to 7 (Sunday), as in ISO 8601. */
export function jourDeSemaine(j: Jour): number {
  return ((((numeroDuJour(j) + 3) % 7) + 7) % 7) + 1;
}

/** The year of a day, 2026. */
export function anneeDe(j: Jour): number {
  return Number(j.slice(0, 4));
}

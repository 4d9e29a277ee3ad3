import { ajouterJours, type Jour, jourDeSemaine } from "./jour.ts";
import { estFerie } from "./jours-feries.ts";
import type { Territoire } from "./territoire.ts";

/** « Jour ouvré »: Monday to Friday, public holidays of the territory apart. */
export function estOuvre(j: Jour, territoire: Territoire): boolean {
  return jourDeSemaine(j) <= 5 && !estFerie(j, territoire);
}

/** The day itself when it is « ouvré », else the first one after. */
export function prochainJourOuvre(j: Jour, territoire: Territoire): Jour {
  let suivant = j;
  while (!estOuvre(suivant, territoire)) suivant = ajouterJours(suivant, 1);
  return suivant;
}

/** The `n`th « jour ouvré » after the day (before it when `n` is negative); the day from which one counts is not counted. */
export function ajouterJoursOuvres(j: Jour, n: number, territoire: Territoire): Jour {
  const pas = n < 0 ? -1 : 1;
  let atteint = j;
  for (let restants = Math.abs(n); restants > 0; ) {
    atteint = ajouterJours(atteint, pas);
    if (estOuvre(atteint, territoire)) restants -= 1;
  }
  return atteint;
}

/** « Jours ouvrés » after `a`, up to and with `b`; negative when `b` comes before. */
export function joursOuvresEntre(a: Jour, b: Jour, territoire: Territoire): number {
  if (b < a) return 0 - joursOuvresEntre(ajouterJours(b, -1), ajouterJours(a, -1), territoire);
  let total = 0;
  for (let j = ajouterJours(a, 1); j <= b; j = ajouterJours(j, 1)) {
    if (estOuvre(j, territoire)) total += 1;
  }
  return total;
}

/** A deadline in « jours ouvrés »; `auPlusTardLocal` is the later day that the local holidays would allow, else null. */
export interface EcheanceOuvree {
  le: Jour;
  auPlusTardLocal: Jour | null;
}

/**
 * The deadline `n` « jours ouvrés » after the day. No text says whose holidays count between a payer in Paris and an
 * organisation elsewhere: the national ones alone give the deadline, the local ones only a later day worth mentioning.
 */
export function echeanceOuvree(j: Jour, n: number, territoire: Territoire): EcheanceOuvree {
  const le = ajouterJoursOuvres(j, n, "metropole");
  const local = territoire === "metropole" ? le : ajouterJoursOuvres(j, n, territoire);
  return { le, auPlusTardLocal: local > le ? local : null };
}

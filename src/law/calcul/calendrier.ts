import type { Jour } from "../../values/jour.ts";
import type { Etat } from "../etat.ts";
import { dureePrevue, minutesEngagees } from "../heures.ts";
import { jourDeLaFin } from "../reference-day.ts";

/** The different days of the sessions held or still planned, in order. */
export function joursDesSeances(etat: Etat): Jour[] {
  const jours = new Set<Jour>();
  for (const s of etat.seances) if (s.statut === "tenue" || s.statut === "prevue") jours.add(s.date);
  return [...jours].sort();
}

/** Nothing more is to be planned: the bilan is over, or the sessions make up the hours agreed. */
export function calendrierComplet(etat: Etat): boolean {
  if (jourDeLaFin(etat) !== null) return true;
  const prevue = dureePrevue(etat);
  return prevue !== null && minutesEngagees(etat.seances) >= prevue;
}

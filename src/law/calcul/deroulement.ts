import type { Jour } from "../../values/jour.ts";
import type { Etat } from "../etat.ts";
import { jourDeLaFin, jourDuDebut } from "../reference-day.ts";

/** Why nothing of the bilan itself is to be proved: it never began. Null when it began or still may. */
export function sansSuite(etat: Etat): string | null {
  if (jourDeLArret(etat) === null || jourDuDebut(etat) !== null) return null;
  if (etat.refus !== null) return "La personne n’a pas voulu de ce bilan : il n’a pas commencé.";
  if (etat.orientation !== null) return "La personne a été orientée vers un autre service.";
  return etat.commande?.annulation
    ? "La commande a été annulée avant le début du bilan."
    : "La personne s’est rétractée de son contrat avant le début du bilan.";
}

/**
 * The day on which it was said that there would be no bilan: she was sent elsewhere, wanted none, the order was cancelled,
 * the contract taken back (L6353-5). The last session where one was held all the same; null while nothing says so.
 */
export function jourDeLArret(etat: Etat): Jour | null {
  const dit =
    etat.orientation?.date ??
    etat.refus?.date ??
    etat.commande?.annulation?.le ??
    etat.contrat?.retracteLe ??
    null;
  const derniere = derniereSeanceTenue(etat);
  return dit !== null && derniere !== null && derniere > dit ? derniere : dit;
}

/** The course ended before its end: abandonment, force majeure, interruption. */
export function estPartiel(etat: Etat): boolean {
  if (etat.serviceFait !== null) return etat.serviceFait.motif !== "integralite";
  return etat.finAnticipee !== null;
}

/** The term lies before that day: what was due by the end is late. */
export function termeDepasse(etat: Etat, au: Jour): boolean {
  const fin = jourDeLaFin(etat);
  return fin !== null && fin < au;
}

/** The day the calendar gives for the end: the last session still planned, else the end of the document de suivi. */
export function finPrevue(etat: Etat): Jour | undefined {
  let derniere: Jour | undefined;
  for (const s of etat.seances) {
    if (s.statut === "prevue" && (derniere === undefined || s.date > derniere)) derniere = s.date;
  }
  return derniere ?? etat.documentsSuivi.at(-1)?.fin;
}

/** The day of the last session held: the last appointment once nothing is planned any more. */
export function derniereSeanceTenue(etat: Etat): Jour | null {
  let derniere: Jour | null = null;
  for (const s of etat.seances) {
    if (s.statut === "tenue" && (derniere === null || s.date > derniere)) derniere = s.date;
  }
  return derniere;
}

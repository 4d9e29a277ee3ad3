import type { Etat } from "../etat.ts";
import { jourDuDebut } from "../reference-day.ts";

/** The organisation went on towards a bilan: a devis, an order, a contract or a session followed. */
export function venteEntamee(etat: Etat): boolean {
  return (
    etat.devis.length > 0 ||
    etat.commande !== null ||
    etat.convention !== null ||
    etat.contrat !== null ||
    jourDuDebut(etat) !== null
  );
}

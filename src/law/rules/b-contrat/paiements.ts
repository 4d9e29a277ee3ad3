import { formatJour } from "../../../values/dates-fr.ts";
import type { Jour } from "../../../values/jour.ts";
import { formatMontant } from "../../../values/montant.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import type { Etat, Versement } from "../../etat.ts";
import { dureePrevue } from "../../heures.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { indetermine, nonConforme, type Verdict } from "../../verdict.ts";

const ECHELONNEMENT =
  "« Au fur et à mesure » est lu ainsi : le premier paiement, puis le solde à proportion des heures faites.";

/** What the person herself paid, in order of date. */
export function paiementsDeLaPersonne(etat: Etat): Versement[] {
  return etat.versements
    .filter((v) => v.par === "beneficiaire")
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function minutesFaitesAu(etat: Etat, j: Jour): number {
  let faites = 0;
  for (const s of etat.seances) if (s.statut === "tenue" && s.date <= j) faites += s.fait;
  return faites;
}

/**
 * The first payment that goes beyond `pourCent` of the price before the course, or beyond that and the share of the
 * hours done afterwards; null when all are in order. Amounts in cents, compared as products: no rounding.
 */
export function paiementTropTot(
  etat: Etat,
  paiements: readonly Versement[],
  pourCent: number,
): Verdict | null {
  if (paiements.length === 0) return null;
  const prix = devisDeReference(etat)?.prix;
  if (prix === undefined)
    return indetermine("Le prix convenu, pour juger les paiements.", { acte: "emettreDevis" });
  const debut = jourDuDebut(etat);
  const prevues = dureePrevue(etat) ?? 0;
  let cumul = 0;
  for (const v of paiements) {
    cumul += v.montant;
    if (cumul * 100 <= prix * pourCent) continue;
    const paye = `${formatMontant(cumul)} payés au ${formatJour(v.date)}, sur un prix de ${formatMontant(prix)}`;
    if (debut === null || v.date < debut) {
      return nonConforme(`${paye} : c’est plus de ${pourCent} % avant la première séance.`);
    }
    const faites = Math.min(minutesFaitesAu(etat, v.date), prevues);
    if (cumul * 100 * prevues > prix * (pourCent * prevues + (100 - pourCent) * faites)) {
      return nonConforme(`${paye} : c’est en avance sur les heures faites.`, ECHELONNEMENT);
    }
  }
  return null;
}

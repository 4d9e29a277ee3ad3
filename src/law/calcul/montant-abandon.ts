import { type Centimes, centimes, prorata } from "../../values/montant.ts";
import { INTEGRALITE } from "./taux-realisation.ts";

/**
 * What is paid after an « abandon » without force majeure, in cents: a floor below the first band, pro rata between
 * the two, the whole price from the second. Nothing when nothing took place: that is a cancellation.
 */
export function montantAbandon(
  prix: Centimes,
  fait: number,
  prevu: number,
  seuils: { plancher: number; plafond: number },
): Centimes {
  if (fait <= 0 || prevu <= 0) return centimes(0);
  if (fait * INTEGRALITE < seuils.plancher * prevu) return prorata(prix, seuils.plancher, INTEGRALITE);
  return fait * INTEGRALITE < seuils.plafond * prevu ? prorata(prix, fait, prevu) : prix;
}

import type { Minutes } from "../../values/duree.ts";
import { type Centimes, prorata } from "../../values/montant.ts";
import type { Etat } from "../etat.ts";
import { minutesFaites, minutesSignees } from "../heures.ts";
import { devisDeReference } from "./devis-de-reference.ts";

export interface BaseFacture {
  prix: Centimes;
  /** Length for which the price was agreed. */
  prevues: Minutes;
  /** Face-to-face minutes that both signed, and the share of the price they give. */
  signees: Minutes;
  montantSigne: Centimes;
  /** Face-to-face minutes held, signed or not, and their share. */
  faites: Minutes;
  montantFait: Centimes;
}

/**
 * What an invoice may rest on: the price of the accepted devis, pro rata of the time really spent face to face
 * (question 7), and never above that price. null while no devis gives a price and a length.
 */
export function baseFacture(etat: Etat): BaseFacture | null {
  const devis = devisDeReference(etat);
  if (devis === null || devis.duree <= 0) return null;
  const signees = minutesSignees(etat.seances);
  const faites = minutesFaites(etat.seances);
  const part = (m: number) => prorata(devis.prix, Math.min(m, devis.duree), devis.duree);
  return {
    prix: devis.prix,
    prevues: devis.duree,
    signees,
    montantSigne: part(signees),
    faites,
    montantFait: part(faites),
  };
}

import type { Jour } from "../../../values/jour.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { offresEnVigueur } from "../../calcul/offres-en-vigueur.ts";
import type { Etat, Offre } from "../../etat.ts";

/** The offer that the devis comes from; every offer while no devis says which one the person read. */
export function offresLues(etat: Etat): readonly Offre[] {
  const devis = devisDeReference(etat);
  if (devis === null) return offresEnVigueur(etat);
  return etat.organisme.offres.filter((o) => o.id === devis.offre);
}

/** Whoever holds a certificate for bilans that day undertook to follow the référentiel. */
export function tenuAuReferentiel(etat: Etat, le: Jour): boolean {
  return etat.organisme.certificats.some((c) => c.categories.includes("bilan") && c.du <= le && le <= c.au);
}

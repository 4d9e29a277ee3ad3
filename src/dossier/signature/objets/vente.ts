import type { Etat } from "../../../law/etat.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatMontant } from "../../../values/montant.ts";

/** What is sold, as the devis that was accepted says it, else the last one. */
export function lignesDeLaVente(etat: Etat): { terme: string; dit: string }[] {
  const devis = etat.devis.findLast((d) => d.accepteLe !== null) ?? etat.devis.at(-1);
  if (devis === undefined) return [];
  return [
    { terme: "Accompagnement", dit: formatDuree(devis.duree) },
    { terme: "Prix", dit: formatMontant(devis.prix) },
  ];
}

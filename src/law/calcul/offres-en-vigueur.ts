import type { Etat, Offre } from "../etat.ts";
import { devisDeReference } from "./devis-de-reference.ts";

/**
 * The offers as they stood for this dossier: those published on the day of its devis, each in the version of that day
 * (the one that the devis names, first of all); those published now while there is no devis.
 */
export function offresEnVigueur(etat: Etat): readonly Offre[] {
  const { offres } = etat.organisme;
  if (offres.every((o) => o.retireeLe === null)) return offres;
  const devis = devisDeReference(etat);
  const publiee = (o: Offre) => o.retireeLe === null || (devis !== null && devis.date < o.retireeLe);
  // Versions follow one another in the list: the first that was not withdrawn yet is the one of that day.
  const parOrigine = new Map<string, Offre>();
  for (const o of offres) {
    const origine = o.origine ?? o.id;
    if (o.id === devis?.offre) parOrigine.set(origine, o);
    else if (publiee(o) && !parOrigine.has(origine)) parOrigine.set(origine, o);
  }
  return [...parOrigine.values()];
}

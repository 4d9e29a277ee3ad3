import type { Acte } from "./acte.ts";
import { noterDemande } from "./actes/noter-demande.ts";
import { noterEntretien } from "./actes/noter-entretien.ts";
import { planifierSeance } from "./actes/planifier-seance.ts";

/** Every act, in the order of a bilan. */
export const ACTES: readonly Acte[] = [noterDemande, noterEntretien, planifierSeance];

const parNom = new Map(ACTES.map((a) => [a.nom, a]));

export function acteDeNom(nom: string): Acte | undefined {
  return parNom.get(nom);
}

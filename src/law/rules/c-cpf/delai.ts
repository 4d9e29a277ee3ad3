import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, joursEntre } from "../../../values/jour.ts";
import { type EcheanceOuvree, echeanceOuvree } from "../../../values/jours-ouvres.ts";
import type { Territoire } from "../../../values/territoire.ts";

/** Past the deadline, but not past the one that local holidays would give: nobody says whose holidays count. */
const JOURS_FERIES_LOCAUX =
  "Un jour férié local repousserait l’échéance ; aucun texte lu ne dit si la Caisse des Dépôts en tient compte.";

export interface Retard {
  le: Jour;
  reserve?: string;
}

/** null when `fait` comes within `n` « jours ouvrés » of `depart`; else the deadline that was missed. */
export function retard(depart: Jour, fait: Jour, n: number, territoire: Territoire): Retard | null {
  // Working days never run faster than calendar days: most dossiers need no calendar.
  if (joursEntre(depart, fait) <= n) return null;
  const { le, auPlusTardLocal } = echeanceOuvree(depart, n, territoire);
  if (fait <= le) return null;
  return auPlusTardLocal !== null && fait <= auPlusTardLocal ? { le, reserve: JOURS_FERIES_LOCAUX } : { le };
}

/** « avant le 3 mai 2027 », with the later day that local holidays would allow. */
export function formatEcheance(e: EcheanceOuvree): string {
  const local =
    e.auPlusTardLocal === null
      ? ""
      : ` (${formatJour(e.auPlusTardLocal)} si les jours fériés locaux comptent)`;
  return `au plus tard le ${formatJour(e.le)}${local}`;
}

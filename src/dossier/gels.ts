import type { Etat, Gel } from "../law/etat.ts";
import { formatJour } from "../values/dates-fr.ts";
import type { Jour } from "../values/jour.ts";
import type { Option } from "./champ.ts";
import { nomDuMotifDeGel } from "./options-gel.ts";

/** Whether a hold still keeps proofs on this day. */
export const gelTient = ({ leveLe, jusquAu }: Gel, au: Jour) => leveLe === null && jusquAu >= au;

/** The holds that still run on this day, each its own act: the oldest first. */
export function gelsEnCours({ gels }: Pick<Etat, "gels">, au: Jour): Gel[] {
  return gels.filter((g) => gelTient(g, au));
}

/** One choice a hold, named by the fact that made it. */
export function optionsGels(etat: Etat, au: Jour): Option[] {
  return gelsEnCours(etat, au).map((g) => ({
    valeur: g.fait,
    libelle: `${nomDuMotifDeGel(g.motif)}, gelé le ${formatJour(g.date)} jusqu’au ${formatJour(g.jusquAu)}`,
  }));
}

import type { Devis, Etat } from "../etat.ts";

/** The devis that binds: the last one accepted, else the last one written; null when there is none. */
export function devisDeReference(etat: Etat): Devis | null {
  return etat.devis.findLast((d) => d.accepteLe !== null) ?? etat.devis.at(-1) ?? null;
}

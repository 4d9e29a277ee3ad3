import { seChevauchent } from "../../dossier/seances.ts";
import type { Heure } from "../../values/heure.ts";

interface Plage {
  reference: string;
  debut: Heure;
  fin: Heure;
}

/** The sessions of other dossiers, among those of one counsellor's day, whose hours overlap this one's. */
export function enMemeTemps<P extends Plage>(seance: P, journee: readonly P[]): P[] {
  return journee.filter((s) => s.reference !== seance.reference && seChevauchent(s, seance));
}

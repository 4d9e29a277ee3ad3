/** One line of results. Figures are in the unit that `what` names; the list of these is what `--json` prints. */
export interface Resultat {
  id: string;
  what: string;
  ours: number;
  rival: number;
  /** As `what` says: how many times better, or how many times the time or the size. */
  ratio: number;
  /** The ratio must reach it when `aim` lies above, and must not pass it otherwise. */
  floor: number;
  aim: number;
  holds: boolean;
}

/** Real sizes for results, tiny ones to see in a test that everything runs. */
export type Echelle = "reelle" | "minime";

/** Measures one line of the budgets, both sides in turn, and gives its results. */
export interface Ligne {
  id: string;
  mesurer: (echelle: Echelle) => Promise<Resultat[]>;
}

/** A result with its verdict; a ratio that is no number (nothing was measured) does not hold. */
export function conclure(mesure: Omit<Resultat, "holds">): Resultat {
  const { ratio, floor, aim } = mesure;
  return { ...mesure, holds: aim > floor ? ratio >= floor : ratio <= floor };
}

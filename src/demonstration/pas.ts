import { ajouterJours, type Jour } from "../values/jour.ts";
import { prochainJourOuvre } from "../values/jours-ouvres.ts";
import type { Personnage, Reponses } from "./conteur.ts";

/** One step of a story: an act on a day, with the answers that differ from what its form proposes. */
export interface Pas {
  jour: Jour;
  acte: string;
  reponses?: Reponses;
  heure?: string;
}

/** A whole story, from the first call to wherever today cuts it. */
export interface Histoire {
  personnage: Personnage;
  /** Which counsellor tells it. */
  conseiller: "nadia" | "yves";
  premierJour: Jour;
  demande?: Reponses;
  /** Who receives for the employer, when he has a door of his own. */
  employeur?: { nom: string; courriel: string };
  pas: Pas[];
}

/** The working day that lies `n` days from `d0`, or the next one. */
export function jourOuvre(d0: Jour, n: number): Jour {
  return prochainJourOuvre(ajouterJours(d0, n), "metropole");
}

export function pas(jour: Jour, acte: string, reponses: Reponses = {}, heure?: string): Pas {
  return { jour, acte, reponses, ...(heure === undefined ? {} : { heure }) };
}

import type { PartsParPhase } from "../law/etat.ts";
import { formatDuree, minutes } from "../values/duree.ts";
import { repartir } from "../values/montant.ts";
import type { Refus } from "./acte.ts";
import { refus } from "./refus.ts";

/** Minutes of the three phases together; personal work is counted apart. */
export function sommeDesPhases(p: PartsParPhase): number {
  return p.preliminaire + p.investigation + p.conclusion;
}

/** Spreads a length over the three phases as `modele` does; to the minute, the sum is exact. */
export function repartirPhases(duree: number, modele: PartsParPhase): PartsParPhase {
  const poids = [modele.preliminaire, modele.investigation, modele.conclusion];
  const egaux = sommeDesPhases(modele) === 0;
  const [preliminaire, investigation, conclusion] = repartir(duree, egaux ? [1, 1, 1] : poids).map((m) =>
    minutes(m),
  );
  return { preliminaire: preliminaire!, investigation: investigation!, conclusion: conclusion! };
}

/** The three phases make up the whole. */
export function phasesCompletes(duree: number, p: PartsParPhase): Refus | null {
  const somme = sommeDesPhases(p);
  return somme === duree
    ? null
    : refus("duree", `Les trois phases font ${formatDuree(somme)}, pour ${formatDuree(duree)} en tout.`);
}

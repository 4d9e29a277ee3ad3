import type { Etat, Phase, Seance } from "../etat.ts";
import { commenceAvant } from "./ordre-des-seances.ts";

/** The earliest session of some phases that was held, or that is still planned; null when there is none. */
export function premiereSeance(
  etat: Etat,
  statut: "tenue" | "prevue",
  phases: readonly Phase[],
): Seance | null {
  let premiere: Seance | null = null;
  for (const s of etat.seances) {
    if (s.statut !== statut || !phases.includes(s.phase)) continue;
    if (premiere === null || commenceAvant(s, premiere)) premiere = s;
  }
  return premiere;
}

/** The phases that the préliminaire must come before. */
export const SUITE_DU_PRELIMINAIRE: readonly Phase[] = ["investigation", "conclusion"];

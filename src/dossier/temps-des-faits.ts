import type { Etat, Phase } from "../law/etat.ts";
import { etapeDe, phaseDe } from "./etape.ts";
import { evolve } from "./evolve.ts";
import type { Fait } from "./fait.ts";

/** The part of a bilan that a fact belongs to: controls are read phase by phase (webinar, Q3). */
export type TempsDuFait = "avant" | Phase | "apres";

/** For each fact, in order, where it belongs: its session's phase when it names one, else the stage it was written at. */
export function tempsDesFaits(initial: Etat, faits: readonly Fait[]): TempsDuFait[] {
  let etat = initial;
  return faits.map((fait) => {
    const avant = etat;
    etat = evolve(etat, fait);
    return phaseDeLaSeance(etat, fait) ?? selonLEtape(avant);
  });
}

function phaseDeLaSeance(etat: Etat, fait: Fait): Phase | undefined {
  const { seance } = (fait.donnees ?? {}) as { seance?: unknown };
  return etat.seances.find((s) => s.id === seance)?.phase;
}

function selonLEtape(etat: Etat): TempsDuFait {
  const etape = etapeDe(etat);
  if (etape === "terme" || etape === "apres") return "apres";
  return etape === "deroulement" ? (phaseDe(etat) ?? "preliminaire") : "avant";
}

import type { Phase, Theme } from "../../law/etat.ts";

/** One session of a plan: days after the first, length in minutes, what it is for, when it begins. */
export interface PlanDeSeance {
  apres: number;
  minutes: number;
  phase: Phase;
  themes: Theme[];
  debut: string;
}

/** Twenty hours in nine sessions over seven weeks. */
const PLAN_20_H: readonly Omit<PlanDeSeance, "debut">[] = [
  {
    apres: 0,
    minutes: 120,
    phase: "preliminaire",
    themes: ["analyse_demande", "analyse_besoin"],
  },
  { apres: 7, minutes: 90, phase: "preliminaire", themes: ["format", "modalites"] },
  { apres: 14, minutes: 150, phase: "investigation", themes: ["parcours", "competences"] },
  { apres: 21, minutes: 150, phase: "investigation", themes: ["motivations", "interets"] },
  {
    apres: 28,
    minutes: 150,
    phase: "investigation",
    themes: ["marche_emploi", "enquete_metier"],
  },
  { apres: 34, minutes: 150, phase: "investigation", themes: ["projet"] },
  { apres: 38, minutes: 120, phase: "investigation", themes: ["projet", "alternatives"] },
  {
    apres: 42,
    minutes: 120,
    phase: "conclusion",
    themes: ["resultats_detailles", "conditions_moyens"],
  },
  { apres: 49, minutes: 150, phase: "conclusion", themes: ["etapes", "suivi", "synthese"] },
];

/** Three times of the day that no session of a plan overlaps: one for each story that a counsellor conducts at once. */
export const MATIN = "9 h";
export const MIDI = "11 h 30";
export const APRES_MIDI = "14 h";

/** The plan with every session at one time of the day: its sessions fall on nine days, whatever the holidays. */
export function planDeVingtHeures(debut: string): readonly PlanDeSeance[] {
  return PLAN_20_H.map((s) => ({ ...s, debut }));
}

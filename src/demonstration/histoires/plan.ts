import type { Phase, Theme } from "../../law/etat.ts";

/** One session of a plan: days after the first, length in minutes, what it is for. */
export interface PlanDeSeance {
  apres: number;
  minutes: number;
  phase: Phase;
  themes: Theme[];
  debut: string;
}

/** Twenty hours in nine sessions over seven weeks. */
export const PLAN_20_H: readonly PlanDeSeance[] = [
  {
    apres: 0,
    minutes: 120,
    phase: "preliminaire",
    themes: ["analyse_demande", "analyse_besoin"],
    debut: "9 h 30",
  },
  { apres: 7, minutes: 90, phase: "preliminaire", themes: ["format", "modalites"], debut: "9 h 30" },
  { apres: 14, minutes: 150, phase: "investigation", themes: ["parcours", "competences"], debut: "9 h 30" },
  { apres: 21, minutes: 150, phase: "investigation", themes: ["motivations", "interets"], debut: "14 h" },
  {
    apres: 28,
    minutes: 150,
    phase: "investigation",
    themes: ["marche_emploi", "enquete_metier"],
    debut: "9 h 30",
  },
  { apres: 35, minutes: 150, phase: "investigation", themes: ["projet"], debut: "14 h" },
  { apres: 38, minutes: 120, phase: "investigation", themes: ["projet", "alternatives"], debut: "9 h 30" },
  {
    apres: 42,
    minutes: 120,
    phase: "conclusion",
    themes: ["resultats_detailles", "conditions_moyens"],
    debut: "9 h 30",
  },
  { apres: 49, minutes: 150, phase: "conclusion", themes: ["etapes", "suivi", "synthese"], debut: "14 h" },
];

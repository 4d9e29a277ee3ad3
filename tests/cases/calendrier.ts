import { ajouterJours, jour } from "../../src/values/jour.ts";
import { ajouterJoursOuvres, prochainJourOuvre } from "../../src/values/jours-ouvres.ts";
import type { Territoire } from "../../src/values/territoire.ts";

export type Phase = "preliminaire" | "investigation" | "conclusion";
export type Etape = { phase: Phase; minutes: number; themes: string[] };

export interface Seance extends Etape {
  id: string;
  date: string;
  debut: string;
  /** The day first agreed, when the session was moved. */
  initiale?: string;
  modalite: "presentiel" | "distanciel";
  lieu: string;
}

const etape = (phase: Phase, minutes: number, ...themes: string[]): Etape => ({ phase, minutes, themes });

/** Nine sessions, 20 hours. */
export const TRAME_20H: readonly Etape[] = [
  etape("preliminaire", 120, "analyse_demande", "analyse_besoin"),
  etape("preliminaire", 90, "format", "modalites"),
  etape("investigation", 150, "parcours", "competences"),
  etape("investigation", 150, "motivations", "interets"),
  etape("investigation", 150, "marche_emploi", "enquete_metier"),
  etape("investigation", 150, "projet"),
  etape("investigation", 120, "projet", "alternatives"),
  etape("conclusion", 120, "resultats_detailles", "conditions_moyens"),
  etape("conclusion", 150, "etapes", "suivi", "synthese"),
];

/** Eight sessions of two hours. */
export const TRAME_16H: readonly Etape[] = [
  etape("preliminaire", 120, "analyse_demande", "analyse_besoin", "format", "modalites"),
  etape("investigation", 120, "parcours"),
  etape("investigation", 120, "competences", "interets"),
  etape("investigation", 120, "motivations", "marche_emploi"),
  etape("investigation", 120, "enquete_metier", "projet"),
  etape("investigation", 120, "projet", "alternatives"),
  etape("conclusion", 120, "resultats_detailles", "conditions_moyens"),
  etape("conclusion", 120, "etapes", "suivi", "synthese"),
];

/** Twelve sessions of two hours. */
export const TRAME_24H: readonly Etape[] = [
  ...TRAME_16H.slice(0, 4),
  etape("investigation", 120, "competences", "marche_emploi"),
  etape("investigation", 120, "interets", "enquete_metier"),
  ...TRAME_16H.slice(4, 6),
  etape("investigation", 120, "projet"),
  etape("investigation", 120, "alternatives"),
  ...TRAME_16H.slice(6),
];

/** Seven sessions of two hours. */
export const TRAME_14H: readonly Etape[] = [...TRAME_16H.slice(0, 5), ...TRAME_16H.slice(6)];

export function apres(date: string, joursOuvres: number, territoire: Territoire = "metropole"): string {
  return ajouterJoursOuvres(jour(date), joursOuvres, territoire);
}

/** `n` days, one a week on the day of the week of the first, put off from a public holiday. */
export function chaqueSemaine(premier: string, n: number, territoire: Territoire = "metropole"): string[] {
  return Array.from({ length: n }, (_, i) =>
    prochainJourOuvre(ajouterJours(jour(premier), 7 * i), territoire),
  );
}

interface Cadre {
  dates: readonly string[];
  lieu: string;
  modalite?: (rang: number) => Seance["modalite"];
  debut?: (rang: number) => string;
}

/** Puts each step of a course on its day, at half past nine in a room unless said otherwise. */
export function seances(trame: readonly Etape[], cadre: Cadre): Seance[] {
  return trame.map((e, i) => {
    const modalite = cadre.modalite?.(i) ?? "presentiel";
    return {
      ...e,
      id: `s${i + 1}`,
      date: cadre.dates[i]!,
      debut: cadre.debut?.(i) ?? "09:30",
      modalite,
      lieu: modalite === "presentiel" ? cadre.lieu : "visioconférence",
    };
  });
}

/** « 11:30 » for a session that begins at 9:30 and lasts two hours. */
export function heureDeFin({ debut, minutes }: Pick<Seance, "debut" | "minutes">): string {
  const fin = Number(debut.slice(0, 2)) * 60 + Number(debut.slice(3)) + minutes;
  return `${String(Math.floor(fin / 60)).padStart(2, "0")}:${String(fin % 60).padStart(2, "0")}`;
}

export const total = (etapes: readonly Etape[]): number => etapes.reduce((n, e) => n + e.minutes, 0);

export function parPhase(etapes: readonly Etape[]): Record<Phase, number> {
  const parts = { preliminaire: 0, investigation: 0, conclusion: 0 };
  for (const e of etapes) parts[e.phase] += e.minutes;
  return parts;
}

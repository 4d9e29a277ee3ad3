import { formatJour } from "../../values/dates-fr.ts";
import { NOM_DE_PHASE, PHASES, type Phase } from "../../values/phase.ts";
import type { Etat, FinAnticipee, MotifSortie } from "../etat.ts";

export interface MotifPropose {
  motif: MotifSortie;
  /** One French sentence from the facts. */
  pourquoi: string;
}

/** The words of EDOF, shortened, for each reason. */
export const LIBELLES_MOTIF: Record<MotifSortie, string> = {
  integralite: "a suivi l’intégralité de son parcours",
  force_majeure: "force majeure",
  abandon_stagiaire: "abandon par le bénéficiaire",
  interruption_avec_report: "interruption par l’organisme, avec report",
  interruption_sans_report: "interruption par l’organisme, sans report",
};

const MOTIF_DU_RESPONSABLE: Record<FinAnticipee["responsable"], MotifSortie> = {
  beneficiaire: "abandon_stagiaire",
  organisme_avec_report: "interruption_avec_report",
  organisme_sans_report: "interruption_sans_report",
};

/** What keeps the course from being complete, in French: a phase never held, sessions still planned, the synthesis. */
export function manquesDuParcours(etat: Etat): string[] {
  const tenues = new Set<Phase>();
  let prevues = false;
  for (const s of etat.seances) {
    if (s.statut === "tenue") tenues.add(s.phase);
    else if (s.statut === "prevue") prevues = true;
  }
  const manques = PHASES.filter((p) => !tenues.has(p)).map((p) => `la ${NOM_DE_PHASE[p]}`);
  if (prevues && etat.finAnticipee === null) manques.push("des séances encore prévues");
  if (!etat.remise?.documents.includes("synthese")) manques.push("la remise de la synthèse");
  return manques;
}

/** The course was followed to its end, even in fewer hours: each phase was held and the synthesis handed over. */
export function parcoursComplet(etat: Etat): boolean {
  return manquesDuParcours(etat).length === 0;
}

/**
 * The reason of exit that the facts support (question 9), with why; null while they do not decide:
 * the course goes on, or nobody said yet whether a force majeure stopped it, which EDOF asks first.
 */
export function motifPropose(etat: Etat): MotifPropose | null {
  if (parcoursComplet(etat)) {
    const le = formatJour(etat.remise!.date);
    return {
      motif: "integralite",
      pourquoi: `Les trois phases ont eu lieu et la synthèse a été remise le ${le} : le parcours est complet, quelle que soit sa durée.`,
    };
  }
  const fin = etat.finAnticipee;
  if (fin === null || fin.forceMajeure === null) return null;
  const le = formatJour(fin.date);
  if (fin.forceMajeure) {
    return { motif: "force_majeure", pourquoi: `Une force majeure a arrêté le bilan le ${le}.` };
  }
  const motif = MOTIF_DU_RESPONSABLE[fin.responsable];
  return {
    motif,
    pourquoi: `Le bilan s’est arrêté le ${le} avant son terme, sans force majeure : ${LIBELLES_MOTIF[motif]}.`,
  };
}

import { type Minutes, sommeMinutes } from "../values/duree.ts";
import type { Etat, Phase, Seance } from "./etat.ts";

/** Minutes of the sessions still planned and of those held: what the calendar commits the person to. */
export function minutesEngagees(seances: readonly Seance[]): Minutes {
  return sommeMinutes(
    seances.map((s) => (s.statut === "tenue" ? s.fait : s.statut === "prevue" ? s.prevu : 0)),
  );
}

/** Minutes really spent face to face, signed or not. */
export function minutesFaites(seances: readonly Seance[]): Minutes {
  return sommeMinutes(seances.map((s) => (s.statut === "tenue" ? s.fait : 0)));
}

/** A session is signed when the person and the counsellor both signed it. */
export function estSignee(s: Seance): boolean {
  return (
    s.signatures.some((x) => x.par === "beneficiaire") && s.signatures.some((x) => x.par === "conseiller")
  );
}

/** Face-to-face minutes that both signed: the only ones that an invoice may rest on. */
export function minutesSignees(seances: readonly Seance[]): Minutes {
  return sommeMinutes(seances.map((s) => (s.statut === "tenue" && estSignee(s) ? s.fait : 0)));
}

/** The sessions that took place, of one phase or of all. */
export function seancesTenues(etat: Etat, phase?: Phase): Seance[] {
  return etat.seances.filter((s) => s.statut === "tenue" && (phase === undefined || s.phase === phase));
}

/** Minutes held of each phase, signed or not. */
export function minutesParPhase(etat: Etat): Record<Phase, Minutes> {
  const faites = (phase: Phase) => minutesFaites(seancesTenues(etat, phase));
  return {
    preliminaire: faites("preliminaire"),
    investigation: faites("investigation"),
    conclusion: faites("conclusion"),
  };
}

/** The length agreed with the person: last adjustment, else last document de suivi, else last devis. */
export function dureePrevue(etat: Etat): Minutes | null {
  const dernier = etat.ajustements.at(-1) ?? etat.documentsSuivi.at(-1) ?? etat.devis.at(-1);
  return dernier?.duree ?? null;
}

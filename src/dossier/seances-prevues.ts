import { enOrdre } from "../law/calcul/ordre-des-seances.ts";
import type { Etat, Seance } from "../law/etat.ts";
import type { Contexte, Refus } from "./acte.ts";
import { refus } from "./refus.ts";

/** Neither held, nor called off. */
export const estPrevue = (s: Seance): boolean => s.statut === "prevue";

/** Planned sessions, the earliest first. */
export function seancesPrevues(etat: Etat): Seance[] {
  return enOrdre(etat.seances.filter(estPrevue));
}

/** The planned session that a form is about: the one that the link names, else the earliest. */
export function seanceVisee(etat: Etat, contexte: Contexte): Seance | undefined {
  const prevues = seancesPrevues(etat);
  return prevues.find((s) => s.id === contexte.cible) ?? prevues[0];
}

/** Refuses where no session is planned. */
export function sansSeancePrevue(etat: Etat): Refus | null {
  return etat.seances.some(estPrevue)
    ? null
    : refus(
        undefined,
        "Aucune séance n’est prévue.",
        "Cela devient possible quand une séance est planifiée.",
      );
}

import type { Seance } from "../../law/etat.ts";
import type { SeanceAgenda } from "../../store/dossier/seances.ts";

/** The sessions of a dossier as the agenda keeps them. */
export function agendaDe(seances: readonly Seance[]): SeanceAgenda[] {
  return seances.map(({ id, date, debut, fin, statut, intervenant, lieu, individuelle }) => ({
    seance: id,
    jour: date,
    debut,
    fin,
    statut,
    intervenant,
    lieu,
    individuelle,
  }));
}

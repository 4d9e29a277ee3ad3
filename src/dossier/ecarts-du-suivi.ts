import { enOrdre } from "../law/calcul/ordre-des-seances.ts";
import type { DocumentSuivi, Seance } from "../law/etat.ts";
import { accorder } from "../values/accorder.ts";
import { formatJour } from "../values/dates-fr.ts";
import { formatDuree, type Minutes, sommeMinutes } from "../values/duree.ts";
import { NOM_DE_PHASE, PHASES } from "../values/phase.ts";

const minutesDe = (seances: readonly Seance[]): Minutes =>
  sommeMinutes(seances.map((s) => (s.statut === "tenue" ? s.fait : s.prevu)));

/** The sessions of a calendar: planned or held, in their order. */
export const duCalendrier = (seances: readonly Seance[]): Seance[] =>
  enOrdre(seances.filter((s) => s.statut === "prevue" || s.statut === "tenue"));

/**
 * What a document de suivi and the calendar of its sessions do not say alike, one sentence each. A session that has no
 * day yet contradicts nothing: it is still to be planned.
 */
export function ecartsDuSuivi(d: DocumentSuivi, seances: readonly Seance[]): string[] {
  const connues = duCalendrier(seances);
  if (connues.length === 0) return [];
  const [minutes, premiere, derniere] = [minutesDe(connues), connues[0]!, connues.at(-1)!];
  const complet = connues.length >= d.seances;
  const autres = connues.filter((s) => d.modalite !== "mixte" && s.modalite !== d.modalite).length;
  return [
    ...(connues.length > d.seances
      ? [`Le calendrier compte ${accorder(connues.length, "séance")}, le document en arrête ${d.seances}.`]
      : []),
    ...(minutes > d.duree || (complet && minutes !== d.duree)
      ? [
          `Les séances du calendrier font ${formatDuree(minutes)}, le document arrête ${formatDuree(d.duree)}.`,
        ]
      : []),
    ...PHASES.flatMap((phase) => {
      const siennes = minutesDe(connues.filter((s) => s.phase === phase));
      return siennes > d.phases[phase]
        ? [
            `Pour la ${NOM_DE_PHASE[phase]}, le calendrier a ${formatDuree(siennes)}, le document ${formatDuree(d.phases[phase])}.`,
          ]
        : [];
    }),
    ...(premiere.date < d.debut
      ? [`Une séance est le ${formatJour(premiere.date)}, avant le début arrêté, le ${formatJour(d.debut)}.`]
      : []),
    ...(derniere.date > d.fin
      ? [`Une séance est le ${formatJour(derniere.date)}, après la fin arrêtée, le ${formatJour(d.fin)}.`]
      : []),
    ...(autres === 0
      ? []
      : [`Le calendrier a ${accorder(autres, "séance")} d’une autre modalité que celle du document.`]),
  ];
}

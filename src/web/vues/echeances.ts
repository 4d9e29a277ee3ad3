import { type Jour, joursEntre } from "../../values/jour.ts";

/** « aujourd’hui », « demain », « dans 7 jours », « en retard de 2 jours ». */
export function quandEcheance(echeance: Jour, au: Jour): string {
  const n = joursEntre(au, echeance);
  if (n === 0) return "aujourd’hui";
  if (n === 1) return "demain";
  if (n === -1) return "en retard d’un jour";
  return n > 0 ? `dans ${n} jours` : `en retard de ${-n} jours`;
}

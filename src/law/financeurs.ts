import type { Etat, Financeur } from "./etat.ts";

/** L6316-1: whoever they pay must hold a quality certificate. FAFs are not in the article. */
const PUBLICS: readonly Financeur[] = [
  "cpf",
  "opco",
  "france_travail",
  "region",
  "etat",
  "agefiph",
  "transitions_pro",
];

/** Public money in the sense of L6316-1; false while nothing is said of the financing. */
export function argentPublic(etat: Etat): boolean {
  return etat.financement?.financeurs.some((f) => PUBLICS.includes(f)) === true;
}

/** D6353-1 I: a body of L6316-1 or a FAF pays, outside the CPF. */
export function financeAvecConvention(etat: Etat): boolean {
  const financeurs = etat.financement?.financeurs ?? [];
  return !financeurs.includes("cpf") && financeurs.some((f) => f === "faf" || PUBLICS.includes(f));
}

/** L6353-3: the person pays for herself, alone or with others than the CPF and the plan of an employer. */
export function payeElleMeme(etat: Etat): boolean {
  const f = etat.financement;
  if (f === null) return false;
  return f.financeurs.includes("fonds_propres") && !f.financeurs.includes("cpf") && !f.plan;
}

/** R6313-8: under the employer's plan, or in a « congé de reclassement ». */
export function planOuReclassement(etat: Etat): boolean {
  const f = etat.financement;
  return f !== null && (f.plan || f.financeurs.includes("conge_reclassement"));
}

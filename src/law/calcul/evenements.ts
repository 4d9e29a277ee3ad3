import type { EvenementEtalement } from "../etat.ts";

export type NatureEvenement = EvenementEtalement["nature"];

/** How each kind of event is called inside a sentence. */
export const NOMS_EVENEMENTS: Readonly<Record<NatureEvenement, string>> = {
  maladie: "maladie",
  mutation: "mutation",
  accident: "accident",
  deuil: "deuil",
  naissance: "naissance",
  licenciement: "licenciement",
  convenance: "convenance",
  pmsmp: "PMSMP",
  rencontre_metier: "rencontre de métier",
  autre: "autre événement",
};

/** Foreseen with the person when the calendar is made, so that none of them is « inattendu » (question 11). */
export const PREVISIBLES: ReadonlySet<NatureEvenement> = new Set(["convenance", "pmsmp", "rencontre_metier"]);

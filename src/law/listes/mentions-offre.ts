import type { Mention } from "./mention.ts";

/** What a public sheet shows (RNQ, indicator 1). For a bilan, the guide V9 does not ask for prerequisites. */
export const MENTIONS_OFFRE: readonly Mention[] = [
  { code: "objectifs", libelle: "les objectifs" },
  { code: "duree", libelle: "la durée" },
  { code: "modalites", libelle: "les modalités d’accès" },
  { code: "delai_acces", libelle: "le délai d’accès" },
  { code: "tarif", libelle: "le tarif" },
  { code: "contact", libelle: "un contact" },
  { code: "methodes", libelle: "les méthodes" },
  { code: "evaluation", libelle: "les modalités d’évaluation" },
  { code: "handicap", libelle: "l’accessibilité aux personnes en situation de handicap" },
];

/** Since the référentiel of 2026, the sheet also says what recognition it leads to, how one works, and who can pay. */
export const MENTIONS_AJOUTEES_2026: readonly Mention[] = [
  { code: "reconnaissance", libelle: "le type de reconnaissance" },
  { code: "modalites_pedagogiques", libelle: "les modalités pédagogiques" },
  { code: "financement", libelle: "les modalités de financement" },
];

export const MENTIONS_OFFRE_2026: readonly Mention[] = [...MENTIONS_OFFRE, ...MENTIONS_AJOUTEES_2026];

import type { Mention } from "./mention.ts";

const SOCLE: readonly Mention[] = [
  { code: "intitule", libelle: "l’intitulé" },
  { code: "objectif", libelle: "l’objectif" },
  { code: "contenu", libelle: "le contenu" },
  { code: "moyens", libelle: "les moyens prévus" },
  { code: "duree", libelle: "la durée" },
  { code: "periode", libelle: "la période de réalisation" },
  { code: "deroulement", libelle: "les modalités de déroulement" },
  { code: "suivi", libelle: "les modalités de suivi" },
  { code: "prix", libelle: "le prix" },
  { code: "reglement", libelle: "les modalités de règlement" },
];

/** D6353-1 I: paid by a body of L6316-1 or a FAF. */
export const MENTIONS_FINANCEE: readonly Mention[] = [
  ...SOCLE,
  { code: "sanction", libelle: "la sanction de l’action" },
];
/** The same since 1 July 2025. */
export const MENTIONS_FINANCEE_2025: readonly Mention[] = [
  ...MENTIONS_FINANCEE,
  { code: "taux_distance", libelle: "le taux d’enseignement à distance" },
];

/** R6313-8: under the employer's plan or a « congé de reclassement ». */
export const MENTIONS_TRIPARTITE: readonly Mention[] = [
  ...SOCLE,
  { code: "remise_resultats", libelle: "les modalités de remise des résultats détaillés et de la synthèse" },
];

import type { Mention } from "./mention.ts";

/** L6353-8, al. 1: before the final enrolment. */
export const POINTS_INFORMATION: readonly Mention[] = [
  { code: "objectifs", libelle: "les objectifs" },
  { code: "contenu", libelle: "le contenu" },
  { code: "intervenants", libelle: "la liste des intervenants" },
  { code: "horaires", libelle: "les horaires" },
  { code: "evaluation", libelle: "les modalités d’évaluation" },
  { code: "contact", libelle: "la personne à contacter" },
  { code: "reglement_interieur", libelle: "le règlement intérieur" },
];

/** L6353-8, al. 2: also handed to whoever pays for himself. */
export const POINTS_PAYEUR: readonly Mention[] = [
  { code: "tarif", libelle: "le tarif" },
  { code: "reglement", libelle: "les modalités de règlement" },
  { code: "abandon", libelle: "les conditions financières d’un arrêt anticipé" },
];

/** What L6313-4 al. 3 says of the person; reminding it beforehand is our reading. */
export const POINTS_RAPPEL: readonly Mention[] = [
  { code: "bonne_foi", libelle: "la bonne foi attendue de la personne" },
  { code: "destinataire", libelle: "les documents qu’elle recevra" },
];

/** CGU V11: before the order. */
export const POINTS_CPF: readonly Mention[] = [
  { code: "travail_personnel", libelle: "le volume de travail personnel" },
  { code: "cep_gratuit", libelle: "le conseil en évolution professionnelle, gratuit" },
];

/** CGU V11: when all or part takes place at a distance. */
export const POINTS_DISTANCE: readonly Mention[] = [
  { code: "materiel", libelle: "le matériel nécessaire" },
  { code: "distance", libelle: "les conditions du suivi à distance" },
];

const TOUS = [POINTS_INFORMATION, POINTS_PAYEUR, POINTS_RAPPEL, POINTS_CPF, POINTS_DISTANCE].flat();

/** The words of a point inside a sentence; its code when no list knows it any more. */
export function libelleDuPoint(code: string): string {
  return TOUS.find((p) => p.code === code)?.libelle ?? code;
}

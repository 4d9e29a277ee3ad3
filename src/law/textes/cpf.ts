import { code, secondaire } from "../sources.ts";

const D6323_6 = "LEGIARTI000053572443";

/** Since 26 February 2026, only the hours of accompaniment can be financed. */
export const heuresAccompagnement = code("D6323-6", D6323_6, "al. 3");
/** Since 26 February 2026, no bilan financed by one of these bodies in the five years before the request. */
export const unBilanTousLesCinqAns = code("D6323-6", D6323_6, "al. 4");
/** Rights first, then « abondements », and the rest paid by the holder. */
export const ordreDeFinancement = code("R6333-3", "LEGIARTI000052989055");
/** No participation from job seekers, nor where the employer adds money. */
export const exonerationsLegales = code("L6323-7", "LEGIARTI000046873599");
/** The same for points of the « compte professionnel de prévention » and rents of work accidents. */
export const exonerationsReglementaires = code("R6323", "LEGIARTI000049488983", "version du 2 mai 2024");
export const participationDansLePrix = secondaire(
  "Participation comprise dans le prix : exemple du site du CPF repris par MoneyVox, comptes rendus concordants",
  "2026-11-23",
);
export const resteJamaisPris = secondaire(
  "CGU de Mon Compte Formation, V12 (11 juillet 2024) et V14 (4 décembre 2025) : l’organisme ne paie ni ne rembourse le reste à charge",
  "2026-11-23",
);
export const prixNonIndexe = secondaire(
  "CGU V14 (prix non indexés sur les droits) et référentiel de contrôle qualité du 8 juillet 2025",
  "2026-11-23",
);
export const eligibiliteTitulaire = secondaire(
  "CGU de Mon Compte Formation, V11 (14 décembre 2023) : personne en droit d’utiliser son CPF, accord du tuteur d’un mineur",
  "2026-11-23",
);

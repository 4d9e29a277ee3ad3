import { code, deMemoire, lecture, officielle, secondaire, webinaire } from "../sources.ts";

/** The papers of the bilan are destroyed at its term. */
export const destructionAuTerme = code("R6313-7", "LEGIARTI000048831046", "al. 1");
/** What may be kept three years after the term, since 31 December 2023. */
export const conservationTroisAns = code("R6313-7", "LEGIARTI000048831046", "al. 2");
/** The same for one year, until 30 December 2023. */
export const conservationUnAn = code(
  "R6313-7",
  "LEGIARTI000038014113",
  "version antérieure au 31 décembre 2023",
);
export const decretConservation = officielle(
  "Décret n° 2023-1350 du 28 décembre 2023, art. 4",
  "2026-11-23",
  "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000048729031",
);
/** Article 7-3 of the general conditions of Mon Compte Formation, as the official answer quotes it. */
export const preuvesQuatreAns = webinaire(17);
export const certificatOfficiel = officielle(
  "Modèle officiel de certificat de réalisation (engagement de conservation)",
  "2026-11-23",
);
export const finDeReprise = lecture(
  "Délai de reprise du contrôle de l’État, jusqu’à la fin de la troisième année suivant l’exercice",
);
export const sansSuiteTroisAns = deMemoire("Trois ans pour qui a pris contact sans donner suite");
export const piecesComptables = deMemoire("Code de commerce, art. L123-22");
export const piecesFiscales = secondaire(
  "Livre des procédures fiscales, art. L102 B, dix ans pour les délais expirant après le 1er janvier 2027",
  "2026-11-23",
);
/** No text read speaks of a bilan that never took place: it has no term from which R6313-7 could count. */
export const contenusSansBilan = lecture(
  "Un bilan qui n’a pas lieu n’a pas de terme : ses documents ne servent plus le jour où on le sait (R6313-7, par analogie)",
);
/** Kept no longer than is needed: what has no term of its own goes with what it belongs to. */
export const pasPlusQueNecessaire = deMemoire("Règlement (UE) 2016/679 (RGPD), art. 5, 1, e");
export const gelDesPreuves = lecture(
  "Preuves gardées tant qu’un contrôle ou un litige est ouvert, par analogie avec l’article R6323-39, IV",
);
export const copiesDeSauvegarde = lecture(
  "Les sauvegardes et les exports suivent la même fin, en trente jours au plus",
);

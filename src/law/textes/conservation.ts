import { code, lecture, officielle, webinaire } from "../sources.ts";

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

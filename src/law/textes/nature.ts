import { jour } from "../../values/jour.ts";
import { code, secondaire } from "../sources.ts";

const L6313_4 = "LEGIARTI000037385673";
const R6313_4 = "LEGIARTI000038014107";

/** What a bilan is for: analyse competences, aptitudes and motivations, to define a project. */
export const objetDuBilan = code("L6313-4", L6313_4, "al. 1");
export const consentementDeLaPersonne = code("L6313-4", L6313_4, "al. 2");
export const lienDirectEtNecessaire = code("L6313-4", L6313_4, "al. 3");
export const troisPhases = code("R6313-4", R6313_4);
export const phasePreliminaire = code("R6313-4", R6313_4, "1°");
export const phaseInvestigation = code("R6313-4", R6313_4, "2°");
export const phaseConclusion = code("R6313-4", R6313_4, "3°");
/** The other kinds of actions of the Code: formation, VAE, apprentissage are not bilans. */
export const autresActions = code("L6313-1", "LEGIARTI000037385660");
export const conseilEnEvolution = code("L6111-6", "LEGIARTI000048600517");
/** Only hours of accompaniment are financed by the CPF, since 26 February 2026. */
export const heuresFinancables = code("D6323-6", "LEGIARTI000053572443", "al. 3");

/** The guide's list of « n’est pas un bilan » was only read through someone else's account of it. */
export const guideNestPas = secondaire(
  "Guide d’éligibilité « bilan de compétences », liste de ce qui n’est pas un bilan, d’après certi-cpf",
  "2026-11-23",
);

/** The day the official answers were given; what rests on them alone was asked of nobody before. */
export const REPONSES_OFFICIELLES = jour("2023-02-15");
export const AVANT_LES_REPONSES =
  "La CDC et la DGEFP ont donné cette réponse le 15 février 2023 : elle ne s’applique pas avant.";

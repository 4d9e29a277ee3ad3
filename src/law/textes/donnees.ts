import { deMemoire, secondaire } from "../sources.ts";

/** Personal data: known, and read nowhere again; no text of the CNIL on bilans was found. */
export const registreDesTraitements = deMemoire("Règlement (UE) 2016/679 (RGPD), art. 30");
export const analyseDImpact = deMemoire("Règlement (UE) 2016/679 (RGPD), art. 35");
export const contratDeSousTraitance = deMemoire("Règlement (UE) 2016/679 (RGPD), art. 28");
export const droitDAcces = deMemoire("Règlement (UE) 2016/679 (RGPD), art. 15 et 20");
/** Tests only where they are needed: said of recruitment, and read across. */
export const guideDuRecrutement = secondaire(
  "Guide de la CNIL sur le recrutement, 30 janvier 2023, par analogie",
  "2026-11-23",
);

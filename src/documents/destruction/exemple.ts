import { jour } from "../../values/jour.ts";
import { cadreExemple } from "../exemple-cadre.ts";
import type { DonneesDestruction } from "./donnees.ts";

const engagement = (n: number) => n.toString(16).padStart(2, "0").repeat(32);

export const exempleDestruction: DonneesDestruction = {
  ...cadreExemple,
  etabliLe: jour("2026-12-01"),
  beneficiaire: "Camille Moreau",
  terme: jour("2026-11-30"),
  destructions: [
    {
      demandeeLe: jour("2026-11-30"),
      effectiveLe: jour("2026-12-01"),
      pourquoi: "au terme du bilan",
      documents: 3,
      natures: [
        { libelle: "Notes d’entretien et de séance", engagements: [engagement(17), engagement(18)] },
        { libelle: "Réponses aux questionnaires", engagements: [engagement(200)] },
      ],
    },
  ],
  gardes: [
    {
      quoi: "Le document de synthèse",
      pourquoi: "accord écrit de la personne, pour son suivi",
      jusquAu: jour("2029-11-30"),
    },
  ],
  preuvesJusquAu: jour("2030-11-30"),
  raisonsDesPreuves: [
    "Quatre ans à compter de l’exécution du bilan (conditions générales de Mon Compte Formation).",
  ],
  loi: [
    {
      dit: "L’organisme détruit les documents élaborés pour la réalisation du bilan dès le terme de l’action.",
      source: "Code du travail, art. R6313-7, al. 1, lu le 20 août 2026",
    },
  ],
};

import { jour } from "../../values/jour.ts";
import { cadreExemple, heure, signatureCamille, signatureNadia } from "../exemple-cadre.ts";
import type { DonneesRecepisse } from "./donnees.ts";

export const exempleRecepisse: DonneesRecepisse = {
  ...cadreExemple,
  beneficiaire: "Camille Moreau",
  conseiller: "Nadia Benali",
  remis: { jour: jour("2026-11-30"), heure: heure("15:30") },
  mode: "en main propre, à la dernière séance",
  pieces: [
    {
      nature: "synthese",
      surPapier: false,
      textes: [
        {
          nom: "Les circonstances du bilan",
          empreinte: "3b9e1f07c45d82aa90e17b365f02d8c1e6a4930b7d18fc52ab0964e321f75c9d",
        },
        {
          nom: "Les compétences et aptitudes",
          empreinte: "90e17b365f02d8c13b9e1f07c45d82aaab0964e321f75c9de6a4930b7d18fc52",
        },
        {
          nom: "Le projet et ses étapes",
          empreinte: "e6a4930b7d18fc52ab0964e321f75c9d3b9e1f07c45d82aa90e17b365f02d8c1",
        },
      ],
    },
    { nature: "resultats", surPapier: true, textes: [] },
  ],
  signataires: [
    { qualite: "Le bénéficiaire", nom: "Camille Moreau", signature: signatureCamille },
    { qualite: "Le conseiller", nom: "Nadia Benali", signature: signatureNadia },
  ],
};

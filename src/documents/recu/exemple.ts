import { jour } from "../../values/jour.ts";
import { cadreExemple, heure } from "../exemple-cadre.ts";
import type { DonneesRecu } from "./donnees.ts";

export const exempleRecu: DonneesRecu = {
  ...cadreExemple,
  numero: "D-2026-0147-31",
  genre: "signature",
  signataire: "Camille Moreau",
  quoi: "la séance du lundi 30 novembre 2026",
  le: { jour: jour("2026-11-30"), heure: heure("15:31") },
  moyen: "depuis son compte",
  empreinte: "3b9e1f07c45d82aa90e17b365f02d8c1e6a4930b7d18fc52ab0964e321f75c9d",
  texteScelle: false,
  suite: "Rien d’autre n’attend votre signature pour le moment.",
};

import { heures, minutes } from "../../values/duree.ts";
import { jour } from "../../values/jour.ts";
import { euros } from "../../values/montant.ts";
import { cadreExemple, heure } from "../exemple-cadre.ts";
import type { DonneesDevis } from "./donnees.ts";

export const exempleDevis: DonneesDevis = {
  ...cadreExemple,
  etabliLe: jour("2026-09-07"),
  temoin: null,
  version: 2,
  beneficiaire: {
    nom: "Camille Moreau",
    adresse: ["3 allée des Érables", "35700 Rennes"],
    courriel: "camille.moreau@exemple.example",
  },
  conseiller: "Nadia Benali",
  entretienPrealable: { jour: jour("2026-09-03"), heure: heure("14:00"), duree: minutes(60), gratuit: true },
  offre: "Bilan de compétences individuel",
  objectif:
    "Passer de l'assistance comptable à la gestion de la paie : en ai-je les moyens, et par quel chemin ?",
  phases: [
    { phase: "preliminaire", duree: minutes(210) },
    { phase: "investigation", duree: heures(12) },
    { phase: "conclusion", duree: minutes(270) },
  ],
  travailPersonnel: heures(8),
  modalite: "mixte",
  lieux: ["Centre Horizon, 14 rue des Tanneurs, Rennes"],
  outils: ["Visioconférence : un navigateur à jour, une connexion de 2 Mbit/s, un casque"],
  calendrier: [
    { jour: jour("2026-09-28"), heure: heure("9:30"), duree: heures(2), phase: "preliminaire" },
    { jour: jour("2026-10-05"), heure: heure("9:30"), duree: minutes(90), phase: "preliminaire" },
    { jour: jour("2026-10-12"), heure: heure("9:30"), duree: heures(4), phase: "investigation" },
    { jour: jour("2026-10-26"), heure: heure("9:30"), duree: heures(4), phase: "investigation" },
    { jour: jour("2026-11-16"), heure: heure("9:30"), duree: heures(4), phase: "investigation" },
    { jour: jour("2026-11-23"), heure: heure("9:30"), duree: heures(2), phase: "conclusion" },
    { jour: jour("2026-11-30"), heure: null, duree: minutes(150), phase: "conclusion" },
  ],
  prix: euros(1950),
  tva: { regime: "attestation" },
  parts: [
    { source: "droits", payeur: null, montant: euros(1450) },
    { source: "participation", payeur: null, montant: euros(150) },
    { source: "abondement", payeur: "Région Bretagne", montant: euros(250) },
  ],
  validite: jour("2026-10-07"),
  signataires: [
    { qualite: "Le bénéficiaire", nom: "Camille Moreau", signature: null },
    {
      qualite: "Pour l’organisme",
      nom: "Nadia Benali",
      signature: {
        jour: jour("2026-09-07"),
        heure: heure("10:05"),
        moyen: "depuis son compte, mot de passe",
      },
    },
  ],
};

import { heures, minutes } from "../../values/duree.ts";
import { jour } from "../../values/jour.ts";
import { cadreExemple, heure, signatureCamille, signatureNadia } from "../exemple-cadre.ts";
import type { DonneesSuivi } from "./donnees.ts";

const rennes = "14 rue des Tanneurs, Rennes";

export const exempleSuivi: DonneesSuivi = {
  ...cadreExemple,
  etabliLe: jour("2026-10-05"),
  beneficiaire: "Camille Moreau",
  conseiller: "Nadia Benali",
  modalite: "mixte",
  decideEnsembleLe: jour("2026-10-05"),
  ecarts: ["Le calendrier compte 10 séances, le document en arrête 9."],
  modalites:
    "Une séance par semaine ou par quinzaine, le lundi matin.\n\nCe que chacun prévoit :\n\n- Camille note ses questions d'une séance à l'autre ;\n- Nadia envoie les documents trois jours avant.",
  seances: [
    {
      jour: jour("2026-09-28"),
      heure: heure("9:30"),
      duree: heures(2),
      phase: "preliminaire",
      modalite: "presentiel",
      lieu: rennes,
    },
    {
      jour: jour("2026-10-05"),
      heure: heure("9:30"),
      duree: minutes(90),
      phase: "preliminaire",
      modalite: "presentiel",
      lieu: rennes,
    },
    {
      jour: jour("2026-10-12"),
      heure: heure("9:30"),
      duree: heures(4),
      phase: "investigation",
      modalite: "distanciel",
      lieu: "visioconférence",
    },
    {
      jour: jour("2026-10-26"),
      heure: heure("9:30"),
      duree: heures(4),
      phase: "investigation",
      modalite: "distanciel",
      lieu: "visioconférence",
    },
    {
      jour: jour("2026-11-16"),
      heure: heure("9:30"),
      duree: heures(4),
      phase: "investigation",
      modalite: "presentiel",
      lieu: rennes,
    },
    {
      jour: jour("2026-11-23"),
      heure: heure("9:30"),
      duree: heures(2),
      phase: "conclusion",
      modalite: "presentiel",
      lieu: rennes,
    },
    { jour: null, heure: null, duree: minutes(150), phase: "conclusion", modalite: "presentiel", lieu: null },
  ],
  travailPersonnel: heures(8),
  versions: [
    { version: 1, date: jour("2026-09-28"), motif: null },
    {
      version: 2,
      date: jour("2026-10-05"),
      motif: "La troisième séance passe à distance, à la demande de Camille.",
    },
  ],
  signataires: [
    {
      qualite: "Le bénéficiaire",
      nom: "Camille Moreau",
      signature: { ...signatureCamille, jour: jour("2026-10-05"), heure: heure("11:02") },
    },
    {
      qualite: "Le conseiller",
      nom: "Nadia Benali",
      signature: { ...signatureNadia, jour: jour("2026-10-05"), heure: heure("11:04") },
    },
  ],
};

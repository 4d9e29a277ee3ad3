import { heures, minutes } from "../../values/duree.ts";
import { jour } from "../../values/jour.ts";
import { cadreExemple, heure } from "../exemple-cadre.ts";
import type { DonneesIndexControle } from "./donnees.ts";

export const exempleIndexControle: DonneesIndexControle = {
  ...cadreExemple,
  etabliLe: jour("2026-12-03"),
  beneficiaire: "Camille Moreau",
  empreinteDeLaCle: "c45d82aa90e17b365f02d8c1e6a4930b7d18fc52ab0964e321f75c9d3b9e1f07",
  faits: [
    {
      temps: "avant",
      jour: jour("2026-09-03"),
      heure: heure("14:00"),
      libelle: "Entretien préalable tenu, 60 minutes",
      position: 47911,
    },
    {
      temps: "avant",
      jour: jour("2026-09-07"),
      heure: heure("10:05"),
      libelle: "Devis remis, version 2",
      position: 47930,
    },
    {
      temps: "preliminaire",
      jour: jour("2026-09-28"),
      heure: heure("11:30"),
      libelle: "Séance 1 tenue et signée par les deux",
      position: 48002,
    },
    {
      temps: "preliminaire",
      jour: jour("2026-10-05"),
      heure: heure("11:04"),
      libelle: "Document de suivi signé, version 2",
      position: 48033,
    },
    {
      temps: "investigation",
      jour: jour("2026-10-19"),
      heure: heure("13:30"),
      libelle: "Séance 3 tenue et signée par les deux",
      position: 48090,
    },
    {
      temps: "conclusion",
      jour: jour("2026-11-30"),
      heure: heure("15:31"),
      libelle: "Synthèse et résultats détaillés remis",
      position: 48213,
    },
    {
      temps: "apres",
      jour: jour("2026-12-02"),
      heure: null,
      libelle: "Certificat de réalisation établi",
      position: null,
    },
  ],
  faitsRetenus: 4,
  heures: [
    { phase: "preliminaire", prevu: minutes(210), realise: minutes(210) },
    { phase: "investigation", prevu: heures(12), realise: heures(12) },
    { phase: "conclusion", prevu: minutes(270), realise: minutes(120) },
  ],
  presentes: [
    {
      libelle: "Devis signé",
      fichier: "pieces/01-devis.pdf",
      sha256: "90e17b365f02d8c1e6a4930b7d18fc52ab0964e321f75c9d3b9e1f07c45d82aa",
    },
    {
      libelle: "Document de suivi, version 2",
      fichier: "pieces/02-document-de-suivi.pdf",
      sha256: "5f02d8c1e6a4930b7d18fc52ab0964e321f75c9d3b9e1f07c45d82aa90e17b36",
    },
    {
      libelle: "Feuille d’émargement",
      fichier: "pieces/03-emargement.pdf",
      sha256: "e6a4930b7d18fc52ab0964e321f75c9d3b9e1f07c45d82aa90e17b365f02d8c1",
    },
    {
      libelle: "Récépissé de remise",
      fichier: "pieces/04-recepisse.pdf",
      sha256: "7d18fc52ab0964e321f75c9d3b9e1f07c45d82aa90e17b365f02d8c1e6a4930b",
    },
  ],
  manquantes: [
    {
      libelle: "Signature du bénéficiaire, séance du 23 novembre 2026",
      motif: "Notée par la conseillère, jamais signée par Camille.",
    },
    { libelle: "Preuve de volontariat", motif: null },
  ],
  verification:
    "Ouvrez le fichier verifier.html de ce dossier dans un navigateur : il vérifie tout, sans réseau.\n\nOu, en ligne de commande : npx probant verifier controle.zip\n\nComparez l'empreinte de la clé à celle que l'organisme publie.",
};

import { heures, minutes } from "../../values/duree.ts";
import { jour } from "../../values/jour.ts";
import { cadreExemple, heure, signatureCamille, signatureNadia } from "../exemple-cadre.ts";
import type { DonneesEmargement, LigneEmargement } from "./donnees.ts";

const rennes = "14 rue des Tanneurs, Rennes";
const commun = { modalite: "presentiel", lieu: rennes, conseiller: "Nadia Benali" } as const;

function tenue(
  date: string,
  debut: string,
  fin: string,
  duree: number,
  phase: LigneEmargement["phase"],
): LigneEmargement {
  return {
    ...commun,
    jour: jour(date),
    debut: heure(debut),
    fin: heure(fin),
    phase,
    statut: "tenue",
    duree: minutes(duree),
    signatures: {
      beneficiaire: { ...signatureCamille, jour: jour(date), heure: heure(fin) },
      conseiller: { ...signatureNadia, jour: jour(date), heure: heure(fin) },
    },
  };
}

export const exempleEmargement: DonneesEmargement = {
  ...cadreExemple,
  beneficiaire: "Camille Moreau",
  employeur: null,
  seances: [
    tenue("2026-09-28", "9:30", "11:30", 120, "preliminaire"),
    tenue("2026-10-05", "9:30", "11:00", 90, "preliminaire"),
    {
      ...commun,
      jour: jour("2026-10-12"),
      debut: heure("9:30"),
      fin: heure("13:30"),
      phase: "investigation",
      statut: "annulee",
      motif: "Grève des transports, séance reportée au 19 octobre.",
    },
    {
      ...tenue("2026-10-19", "9:30", "13:30", 240, "investigation"),
      modalite: "distanciel",
      lieu: "visioconférence",
    },
    tenue("2026-10-26", "9:30", "13:30", 240, "investigation"),
    {
      ...commun,
      jour: jour("2026-11-09"),
      debut: heure("9:30"),
      fin: heure("13:30"),
      phase: "investigation",
      statut: "absence",
      motif: null,
    },
    tenue("2026-11-16", "9:30", "13:30", 240, "investigation"),
    {
      ...commun,
      jour: jour("2026-11-23"),
      debut: heure("9:30"),
      fin: heure("11:30"),
      phase: "conclusion",
      statut: "tenue",
      duree: heures(2),
      signatures: {
        beneficiaire: null,
        conseiller: { ...signatureNadia, jour: jour("2026-11-23"), heure: heure("11:31") },
      },
    },
  ],
  lignesVierges: 0,
};

export const exempleEmargementVierge: DonneesEmargement = {
  ...exempleEmargement,
  temoin: null,
  seances: [],
  lignesVierges: 8,
};

import { chaqueSemaine, seances, TRAME_14H, TRAME_20H } from "../calendrier.ts";
import { INDEPENDANT, OUVRIER } from "../gens.ts";
import { A_DISTANCE, HORIZON, LARGE, offre, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { chez, proposant } from "../retouches.ts";

const rennes = raconter({
  reference: "2026-033",
  personne: "S. Le G., Cesson",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: OUVRIER,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-04-02", 9), lieu: RENNES }),
  prix: 162_000,
});
const seconde = (lieu: string) =>
  offre({ id: "seconde", intitule: "Bilan de compétences, seconde adresse", lieux: [lieu], prix: 180_000 });

const distance = raconter({
  reference: "2025-088",
  personne: "K. O., Annecy",
  organisme: LARGE,
  conseiller: "tomas",
  beneficiaire: INDEPENDANT,
  paiement: "cpf",
  offre: "distance",
  seances: seances(TRAME_14H, {
    dates: chaqueSemaine("2025-09-16", 7),
    lieu: "",
    modalite: () => "distanciel",
  }),
  prix: 139_000,
});
const muette = { ...A_DISTANCE, outils: [], reseau: null, materiel: null };

export const q02: Paire[] = [
  {
    nom: "Q02-deux-offres-que-rien-ne-distingue",
    histoire: "Ouvrier à Rennes, CPF de 2026.",
    difference: "La seconde offre du centre est à la même adresse, ou dans une autre ville.",
    regles: ["C24"],
    nonConforme: proposant(rennes, seconde("12 rue du Vau Saint-Germain, 35000 Rennes")),
    conforme: proposant(rennes, seconde("3 place du Marchix, 35300 Fougères")),
  },
  {
    nom: "Q02-a-distance-sans-dire-avec-quoi",
    histoire: "Indépendant, bilan entièrement à distance, CPF de 2025.",
    difference: "L’offre à distance tait, ou dit, les outils, le réseau et le matériel nécessaires.",
    regles: ["C24"],
    nonConforme: chez(distance, { offres: [{ ...LARGE.offres![0]!, ...muette }] }),
    conforme: distance,
  },
];

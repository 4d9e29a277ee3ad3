import { chaqueSemaine, seances, TRAME_16H, TRAME_20H } from "../calendrier.ts";
import { INDEPENDANT, OUVRIER, SALARIEE } from "../gens.ts";
import { ATELIER, HORIZON, LARGE, LYON, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { changer } from "../retouches.ts";

const complet = raconter({
  reference: "2026-015",
  personne: "B. F., Tassin",
  organisme: ATELIER,
  conseiller: "ines",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "lyon",
  seances: seances(TRAME_16H, { dates: chaqueSemaine("2026-02-19", 8), lieu: LYON }),
  prix: 150_000,
});

const interrompu = raconter({
  reference: "2025-093",
  personne: "R. P., Niort",
  organisme: LARGE,
  conseiller: "tomas",
  beneficiaire: INDEPENDANT,
  paiement: "cpf",
  offre: "distance",
  seances: seances(TRAME_20H, {
    dates: chaqueSemaine("2025-10-07", 9),
    lieu: "",
    modalite: () => "distanciel",
  }),
  prix: 160_000,
  arret: {
    apres: 5,
    forceMajeure: false,
    responsable: "organisme_sans_report",
    motif: "le conseiller cesse son activité",
    preuve: "courrier adressé à la personne",
  },
});

const abandonne = raconter({
  reference: "2026-036",
  personne: "T. J., Pacé",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: OUVRIER,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-05-12", 9), lieu: RENNES }),
  prix: 160_000,
  arret: {
    apres: 6,
    forceMajeure: false,
    responsable: "beneficiaire",
    motif: "la personne a pris un nouvel emploi",
    preuve: "message de la personne",
  },
});

export const q09: Paire[] = [
  {
    nom: "Q09-parcours-complet-declare-abandon",
    histoire: "Salariée à Lyon, parcours complet en 16 heures, CPF de 2026.",
    difference: "La sortie est déclarée comme un abandon, ou avec le motif « a suivi l’intégralité ».",
    regles: ["C16"],
    nonConforme: changer(complet, "service_fait_declare", { motif: "abandon_stagiaire" }),
    conforme: complet,
  },
  {
    nom: "Q09-arret-du-centre-declare-abandon",
    histoire: "Indépendant à distance ; le centre arrête le bilan après cinq séances, CPF de 2025.",
    difference: "Le motif déclaré met l’arrêt au compte de la personne, ou dit que le centre l’a interrompu.",
    regles: ["C17"],
    nonConforme: changer(interrompu, "service_fait_declare", { motif: "abandon_stagiaire" }),
    conforme: interrompu,
  },
  {
    nom: "Q09-heures-non-faites-declarees",
    histoire: "Ouvrier qui arrête après six séances sur neuf, CPF de 2026.",
    difference: "Vingt heures et 100 % sont déclarés, ou les heures faites et leur taux.",
    regles: ["C15"],
    nonConforme: changer(abandonne, "service_fait_declare", { tauxDeclare: 10_000, minutesDeclarees: 1200 }),
    conforme: abandonne,
  },
];

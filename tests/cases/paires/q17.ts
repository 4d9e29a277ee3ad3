import { ajouterJours, jour } from "../../../src/values/jour.ts";
import { chaqueSemaine, seances, TRAME_20H, TRAME_24H } from "../calendrier.ts";
import { fait } from "../dossier.ts";
import { CHERCHEUSE, OUVRIER, SALARIEE } from "../gens.ts";
import { ATELIER, HORIZON, LYON, PHARE, RENNES, SAINT_DENIS } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec, changer, laSeance, sans } from "../retouches.ts";

const rennes = raconter({
  reference: "2026-030",
  personne: "D. V., Montfort",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-04-09", 9), lieu: RENNES }),
  prix: 171_000,
});

const saintDenis = raconter({
  reference: "2026-034",
  personne: "R. A., Saint-Benoît",
  organisme: PHARE,
  conseiller: "lucie",
  beneficiaire: CHERCHEUSE,
  paiement: "cpf",
  offre: "saint-denis",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-04-14", 9, "reunion"), lieu: SAINT_DENIS }),
  prix: 156_000,
});

const lyon = raconter({
  reference: "2026-005",
  personne: "N. S., Décines",
  organisme: ATELIER,
  conseiller: "paul",
  beneficiaire: OUVRIER,
  paiement: "opco",
  offre: "lyon",
  seances: seances(TRAME_24H, { dates: chaqueSemaine("2026-01-22", 12), lieu: LYON }),
  prix: 255_000,
});

const deMars2023 = raconter({
  reference: "2023-022",
  personne: "V. H., Rennes",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2023-03-16", 9), lieu: RENNES }),
  prix: 190_000,
});

export const q17: Paire[] = [
  {
    nom: "Q17-seance-sans-aucune-trace",
    histoire: "Salariée à Rennes, CPF de 2026.",
    difference: "La cinquième séance n’a ni signature ni trace, ou est signée par les deux.",
    regles: ["D02"],
    nonConforme: sans(rennes, "seance_signee", laSeance("s5")),
    conforme: rennes,
  },
  {
    nom: "Q17-pas-de-synthese",
    histoire: "Demandeuse d’emploi à La Réunion, CPF de 2026.",
    difference: "Aucune synthèse n’est écrite ni remise, ou elle l’est au dernier rendez-vous.",
    regles: ["C16", "D06", "D09"],
    nonConforme: changer(sans(saintDenis, "synthese_redigee"), "synthese_remise", {
      documents: ["resultats_detailles"],
    }),
    conforme: saintDenis,
  },
  {
    nom: "Q17-conclusions-en-groupe",
    histoire: "Ouvrier à Lyon, bilan payé par un opérateur de compétences en 2026.",
    difference: "Les conclusions sont données en groupe, ou en entretien personnalisé.",
    regles: ["A12"],
    nonConforme: changer(lyon, "seance_tenue", { individuelle: false }, (d) => d.phase === "conclusion"),
    conforme: lyon,
  },
  {
    nom: "Q17-certificat-gonfle",
    histoire: "Ouvrier à Lyon, bilan payé par un opérateur de compétences en 2026.",
    difference: "Le certificat de réalisation dit trente heures, ou les heures des séances tenues.",
    regles: ["D20"],
    nonConforme: changer(lyon, "certificat_emis", { minutes: 1800 }),
    conforme: lyon,
    au: "2026-04-11",
  },
  {
    nom: "Q17-preuves-supprimees-trop-tot",
    histoire: "Salariée à Rennes, CPF de mars 2023.",
    difference: "Le dossier de preuve est supprimé au bout de deux ans, ou gardé quatre ans.",
    regles: ["D16"],
    nonConforme: avec(deMars2023, fait("2025-06-02", "preuves_detruites")),
    conforme: deMars2023,
    au: ajouterJours(jour("2025-06-02"), 1),
  },
];

import { apres, chaqueSemaine, seances, TRAME_14H, TRAME_20H } from "../calendrier.ts";
import { INDEPENDANT, SALARIEE } from "../gens.ts";
import { HORIZON, LARGE, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { dater, jourDe, sans } from "../retouches.ts";

const rennes = raconter({
  reference: "2026-051",
  personne: "H. Q., Vitré",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-06-04", 9), lieu: RENNES }),
  prix: 175_000,
});

const distance = raconter({
  reference: "2026-019",
  personne: "E. D., Digne",
  organisme: LARGE,
  conseiller: "tomas",
  beneficiaire: INDEPENDANT,
  paiement: "cpf",
  offre: "distance",
  seances: seances(TRAME_14H, {
    dates: chaqueSemaine("2026-03-24", 7),
    lieu: "",
    modalite: () => "distanciel",
  }),
  prix: 145_000,
});

export const q04: Paire[] = [
  {
    nom: "Q04-devis-avant-l-entretien",
    histoire: "Salariée à Rennes, CPF de 2026.",
    difference: "Le devis est envoyé la veille de l’entretien préalable, ou après lui.",
    regles: ["C08"],
    nonConforme: dater(rennes, "devis_emis", apres(jourDe(rennes, "entretien_prealable_tenu"), -1)),
    conforme: rennes,
  },
  {
    nom: "Q04-commande-sans-entretien",
    histoire: "Indépendant à distance, CPF de 2026.",
    difference:
      "La commande suit l’inscription en ligne sans entretien préalable, ou après un entretien d’une heure.",
    regles: ["A17", "C08"],
    nonConforme: sans(distance, "entretien_prealable_tenu"),
    conforme: distance,
  },
];

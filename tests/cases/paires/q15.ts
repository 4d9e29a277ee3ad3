import { chaqueSemaine, seances, TRAME_16H } from "../calendrier.ts";
import { SALARIEE } from "../gens.ts";
import { HORIZON, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";

const finDeCarriere = (objectif: string) =>
  raconter({
    reference: "2026-006",
    personne: "J.-Y. K., 61 ans, Dinan",
    organisme: HORIZON,
    conseiller: "nadia",
    beneficiaire: SALARIEE,
    paiement: "cpf",
    offre: "rennes",
    objectif,
    seances: seances(TRAME_16H, { dates: chaqueSemaine("2026-01-20", 8), lieu: RENNES }),
    prix: 149_000,
  });

export const q15: Paire[] = [
  {
    nom: "Q15-preparer-sa-retraite",
    histoire: "Salarié de 61 ans, CPF de 2026.",
    difference: "Il veut préparer son départ en retraite, ou changer de métier pour ses dernières années.",
    regles: ["A01", "A21"],
    nonConforme: finDeCarriere("preparation_retraite"),
    conforme: finDeCarriere("reconversion"),
  },
];

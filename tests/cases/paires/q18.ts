import { chaqueSemaine, seances, TRAME_20H } from "../calendrier.ts";
import { INDEPENDANT } from "../gens.ts";
import { ATELIER, LYON } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";

const lyon = (travaux: string[]) =>
  raconter({
    reference: "2025-083",
    personne: "A. R., artisan, Vaise",
    organisme: ATELIER,
    conseiller: "ines",
    beneficiaire: INDEPENDANT,
    paiement: "cpf",
    offre: "lyon",
    objectif: "evolution",
    seances: seances(TRAME_20H, { dates: chaqueSemaine("2025-09-18", 9), lieu: LYON }),
    prix: 180_000,
    travaux,
  });

export const q18: Paire[] = [
  {
    nom: "Q18-aucun-travail-de-la-personne",
    histoire: "Artisan, CPF de 2025.",
    difference:
      "Aucun travail personnel n’est au dossier, ou deux travaux y sont, quelle que soit leur forme.",
    regles: ["D05"],
    nonConforme: lyon([]),
    conforme: lyon(["carnet de bord", "enquête dans trois ateliers"]),
  },
];

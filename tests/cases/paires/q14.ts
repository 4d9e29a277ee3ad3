import { apres, chaqueSemaine, seances, TRAME_14H, TRAME_20H } from "../calendrier.ts";
import { type Dossier, fait } from "../dossier.ts";
import { INDEPENDANT, SALARIEE } from "../gens.ts";
import { CABINET, LARGE, PARIS } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec } from "../retouches.ts";

const paris = (objectif: string) =>
  raconter({
    reference: "2025-071",
    personne: "Q. B., Vincennes",
    organisme: CABINET,
    conseiller: "claire",
    beneficiaire: SALARIEE,
    paiement: "fonds_propres",
    offre: "paris",
    objectif,
    seances: seances(TRAME_20H, { dates: chaqueSemaine("2025-09-09", 9), lieu: PARIS }),
    prix: 225_000,
  });

const dates = chaqueSemaine("2025-11-12", 7);
const distance = (test: { instrument: string; reserve: string }): Dossier =>
  avec(
    raconter({
      reference: "2025-099",
      personne: "F. C., Laval",
      organisme: LARGE,
      conseiller: "tomas",
      beneficiaire: INDEPENDANT,
      paiement: "faf",
      offre: "distance",
      seances: seances(TRAME_14H, { dates, lieu: "", modalite: () => "distanciel" }),
      prix: 142_000,
    }),
    fait(apres(dates[2]!, 1), "test_utilise", { ...test, intervenant: "tomas", consentement: true }),
  );

export const q14: Paire[] = [
  {
    nom: "Q14-coaching-vendu-comme-bilan",
    histoire: "Salariée à Paris qui paie elle-même.",
    difference: "À l’entretien préalable, la personne cherche un coaching, ou une reconversion.",
    regles: ["A01", "A20"],
    nonConforme: paris("coaching"),
    conforme: paris("reconversion"),
  },
  {
    nom: "Q14-test-de-personnalite-sans-habilitation",
    histoire: "Indépendant à distance, bilan payé par un fonds d’assurance formation en 2025.",
    difference:
      "Le conseiller interprète un test réservé aux psychologues, ou choisit un outil libre d’usage.",
    regles: ["A23"],
    nonConforme: distance({ instrument: "Inventaire de personnalité IP-9", reserve: "psychologue" }),
    conforme: distance({ instrument: "Cartes de motivations", reserve: "aucune" }),
  },
];

import { chaqueSemaine, seances, TRAME_16H } from "../calendrier.ts";
import { INDEPENDANT } from "../gens.ts";
import { A_DISTANCE, LARGE, offre } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { proposant } from "../retouches.ts";

const distance = raconter({
  reference: "2026-022",
  personne: "Y. S., Bourges",
  organisme: LARGE,
  conseiller: "tomas",
  beneficiaire: INDEPENDANT,
  paiement: "cpf",
  offre: "distance",
  seances: seances(TRAME_16H, {
    dates: chaqueSemaine("2026-03-31", 8),
    lieu: "",
    modalite: () => "distanciel",
  }),
  prix: 155_000,
});

const autre = (id: string, intitule: string, justification: string | null) =>
  offre({ id, intitule, ...A_DISTANCE, justification, prix: 160_000 });

export const q08: Paire[] = [
  {
    nom: "Q08-offres-a-distance-multipliees",
    histoire: "Indépendant, bilan à distance, CPF de 2026.",
    difference:
      "Trois offres à distance sont publiées sans raison, ou chacune dit la modalité qui la justifie.",
    regles: ["C24"],
    // EDOF is said to reject close offers whatever their reason: a single secondary source.
    alertes: ["C23"],
    nonConforme: proposant(
      distance,
      autre("distance-cadres", "Bilan de compétences à distance, formule Élan", null),
      autre("distance-soir", "Bilan de compétences à distance, formule Cap", null),
    ),
    conforme: proposant(
      distance,
      autre(
        "distance-cadres",
        "Bilan de compétences à distance, formule Élan",
        "séances sous-titrées, pour les personnes sourdes ou malentendantes",
      ),
      autre(
        "distance-soir",
        "Bilan de compétences à distance, formule Cap",
        "séances le soir et le samedi, pour les personnes en horaires décalés",
      ),
    ),
  },
];

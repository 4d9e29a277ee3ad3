import { chaqueSemaine, seances, TRAME_16H } from "../calendrier.ts";
import { CHERCHEUSE, SALARIEE } from "../gens.ts";
import { HORIZON, LARGE, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { chez } from "../retouches.ts";

const distance = raconter({
  reference: "2026-049",
  personne: "L. P., Albi",
  organisme: LARGE,
  conseiller: "tomas",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "distance",
  seances: seances(TRAME_16H, {
    dates: chaqueSemaine("2026-07-21", 8),
    lieu: "",
    modalite: () => "distanciel",
  }),
  prix: 152_000,
});
const [ancien] = LARGE.certificats!;
const renouvele = { ...ancien!, numero: "Q-2026-118", du: "2026-06-19", au: "2029-06-18" };

const rennes = raconter({
  reference: "2025-075",
  personne: "B. O., Saint-Malo",
  organisme: HORIZON,
  conseiller: "paul",
  beneficiaire: CHERCHEUSE,
  paiement: "france_travail",
  offre: "rennes",
  objectif: "recherche_emploi",
  seances: seances(TRAME_16H, { dates: chaqueSemaine("2025-09-23", 8), lieu: RENNES }),
  prix: 150_000,
});
const pourLaFormation = HORIZON.certificats!.map((c) => ({ ...c, categories: ["formation" as const] }));

export const q20: Paire[] = [
  {
    nom: "Q20-certificat-qualiopi-echu",
    histoire: "Salariée à distance, CPF de l’été 2026.",
    difference: "Le certificat a pris fin avant l’acceptation de la commande, ou a été renouvelé à temps.",
    regles: ["E08"],
    nonConforme: distance,
    conforme: chez(distance, { certificats: [ancien!, renouvele] }),
  },
  {
    nom: "Q20-certificat-pour-la-formation-seule",
    histoire: "Demandeuse d’emploi à Rennes, bilan payé par France Travail en 2025.",
    difference: "Le certificat ne couvre que les formations, ou couvre les bilans de compétences.",
    regles: ["E08"],
    nonConforme: chez(rennes, { certificats: pourLaFormation }),
    conforme: rennes,
  },
];

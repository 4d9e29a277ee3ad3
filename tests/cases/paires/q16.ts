import { ajouterJours, jour } from "../../../src/values/jour.ts";
import { apres, chaqueSemaine, seances, TRAME_20H, TRAME_24H } from "../calendrier.ts";
import { type Dossier, fait } from "../dossier.ts";
import { CHERCHEUSE, OUVRIER, SALARIEE } from "../gens.ts";
import { ATELIER, HORIZON, LYON, PHARE, RENNES, SAINT_DENIS } from "../organismes.ts";
import { finDe, type Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec, changer, dater, sans } from "../retouches.ts";

const rennes = raconter({
  reference: "2026-038",
  personne: "C. L., Fougères",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-05-07", 9), lieu: RENNES }),
  prix: 169_000,
});
const tard = apres(finDe(rennes), 8);

const lyon = raconter({
  reference: "2026-003",
  personne: "G. A., Meyzieu",
  organisme: ATELIER,
  conseiller: "paul",
  beneficiaire: OUVRIER,
  paiement: "opco",
  offre: "lyon",
  seances: seances(TRAME_24H, { dates: chaqueSemaine("2026-01-15", 12), lieu: LYON }),
  prix: 260_000,
});

function garde(jusquAu: string): Dossier {
  const d = raconter({
    reference: "2026-021",
    personne: "S. T., Saint-Paul",
    organisme: PHARE,
    conseiller: "lucie",
    beneficiaire: CHERCHEUSE,
    paiement: "france_travail",
    offre: "saint-denis",
    seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-03-03", 9, "reunion"), lieu: SAINT_DENIS }),
    prix: 158_000,
  });
  return avec(
    d,
    fait(finDe(d), "conservation_autorisee", {
      base: "accord_suivi",
      documents: ["synthese"],
      signeLe: finDe(d),
      jusquAu,
    }),
  );
}

export const q16: Paire[] = [
  {
    nom: "Q16-synthese-remise-apres-la-fin",
    histoire: "Salariée à Rennes, CPF de 2026.",
    difference: "La synthèse est remise huit jours ouvrés après la sortie, ou au dernier rendez-vous.",
    regles: ["D09"],
    nonConforme: changer(dater(rennes, "synthese_remise", tard), "synthese_remise", {
      signatures: [{ par: "beneficiaire", le: tard }],
    }),
    conforme: rennes,
    au: ajouterJours(jour(tard), 1),
  },
  {
    nom: "Q16-documents-jamais-detruits",
    histoire: "Ouvrier à Lyon, bilan payé par un opérateur de compétences en 2026.",
    difference: "Les documents de travail restent au centre, ou sont détruits le jour du terme.",
    regles: ["D14"],
    nonConforme: sans(lyon, "contenus_detruits"),
    conforme: lyon,
    au: ajouterJours(jour(finDe(lyon)), 8),
  },
  {
    nom: "Q16-synthese-gardee-cinq-ans",
    histoire: "Demandeuse d’emploi à La Réunion, payée par France Travail, accord écrit pour un suivi.",
    difference: "L’accord de suivi fait garder la synthèse cinq ans, ou trois ans, le maximum de la loi.",
    regles: ["D15"],
    nonConforme: garde("2031-04-28"),
    conforme: garde("2029-04-28"),
  },
];

import { chaqueSemaine, seances, TRAME_20H } from "../calendrier.ts";
import { type Dossier, fait } from "../dossier.ts";
import { OUVRIER, SALARIEE } from "../gens.ts";
import { ATELIER, HORIZON, LYON, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec, jourDe } from "../retouches.ts";

const cpf2026 = (financeLe: string) =>
  raconter({
    reference: "2026-043",
    personne: "H. S., Liffré",
    organisme: HORIZON,
    conseiller: "nadia",
    beneficiaire: SALARIEE,
    paiement: "cpf",
    financement: { bilanAnterieur: { declare: "oui", financeur: "cpf", financeLe } },
    offre: "rennes",
    seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-05-26", 9), lieu: RENNES }),
    prix: 166_000,
  });

const cpf2023 = raconter({
  reference: "2023-057",
  personne: "M. D., Caluire",
  organisme: ATELIER,
  conseiller: "ines",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  financement: { bilanAnterieur: { declare: "oui", financeur: "cpf", termineLe: "2023-02-20" } },
  offre: "lyon",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2023-10-05", 9), lieu: LYON }),
  prix: 195_000,
});

const employeur2026 = raconter({
  reference: "2026-047",
  personne: "J. F., Saint-Jacques",
  organisme: HORIZON,
  conseiller: "paul",
  beneficiaire: OUVRIER,
  paiement: "employeur",
  financement: { bilanAnterieur: { declare: "oui", financeur: "fonds_propres", termineLe: "2026-01-30" } },
  offre: "rennes",
  objectif: "adaptation",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-06-02", 9), lieu: RENNES }),
  prix: 215_000,
});

/** The person said why before the course began. */
const justifie = (d: Dossier, motif: string) =>
  avec(d, fait(jourDe(d, "consentement_recueilli"), "repetition_justifiee", { motif }));

export const q21: Paire[] = [
  {
    nom: "Q21-second-bilan-cpf-en-cinq-ans",
    histoire: "Salariée à Rennes, second bilan payé par le CPF, demandé en mai 2026.",
    difference: "Le bilan précédent a été financé en 2023, ou en 2020, plus de cinq ans avant la demande.",
    regles: ["C01"],
    nonConforme: cpf2026("2023-04-11"),
    conforme: cpf2026("2020-10-06"),
  },
  {
    nom: "Q21-second-bilan-de-l-annee-2023",
    histoire: "Salariée à Lyon, second bilan de l’année 2023, avant la règle des cinq ans.",
    difference: "Aucune raison n’est consignée, ou la personne a dit la sienne.",
    regles: ["C02"],
    nonConforme: cpf2023,
    conforme: justifie(
      cpf2023,
      "licenciement économique en juin 2023, le projet du premier bilan ne tient plus",
    ),
  },
  {
    nom: "Q21-second-bilan-paye-par-l-employeur",
    histoire: "Ouvrier à Rennes, second bilan de l’année 2026, payé par l’employeur.",
    difference: "Aucune raison n’est consignée, ou la personne a dit la sienne.",
    regles: ["C02"],
    nonConforme: employeur2026,
    conforme: justifie(employeur2026, "le poste a été transformé depuis le premier bilan"),
  },
];

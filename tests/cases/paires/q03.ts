import { apres, chaqueSemaine, seances, TRAME_16H, TRAME_20H, TRAME_24H } from "../calendrier.ts";
import { CHERCHEUSE, OUVRIER, SALARIEE } from "../gens.ts";
import { ATELIER, HORIZON, LYON, PHARE, RENNES, SAINT_DENIS } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { changer, dater, sans } from "../retouches.ts";

const plan = raconter({
  reference: "2026-008",
  personne: "D. R., Bruz",
  organisme: HORIZON,
  conseiller: "paul",
  beneficiaire: OUVRIER,
  paiement: "employeur",
  offre: "rennes",
  objectif: "evolution",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-02-03", 9), lieu: RENNES, debut: () => "14:00" }),
  prix: 220_000,
});

const reclassee = raconter({
  reference: "2026-044",
  personne: "F. M., Saint-Pierre",
  organisme: PHARE,
  conseiller: "lucie",
  beneficiaire: CHERCHEUSE,
  paiement: "cpf",
  offre: "saint-denis",
  seances: seances(TRAME_16H, { dates: chaqueSemaine("2026-05-06", 8, "reunion"), lieu: SAINT_DENIS }),
  prix: 150_000,
});

const deMars2023 = raconter({
  reference: "2023-019",
  personne: "C. T., Oullins",
  organisme: ATELIER,
  conseiller: "ines",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "lyon",
  seances: seances(TRAME_24H, {
    dates: chaqueSemaine("2023-03-14", 12),
    lieu: LYON,
    modalite: (i) => (i > 8 ? "distanciel" : "presentiel"),
  }),
  prix: 198_000,
});

const lyon2024 = raconter({
  reference: "2024-061",
  personne: "P. V., Vénissieux",
  organisme: ATELIER,
  conseiller: "paul",
  beneficiaire: OUVRIER,
  paiement: "opco",
  offre: "lyon",
  objectif: "mobilite",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2024-09-12", 9), lieu: LYON }),
  prix: 210_000,
});
const debut2024 = "2024-09-12";

const preliminaire = (d: Record<string, unknown>) => d.moment === "preliminaire";

export const q03: Paire[] = [
  {
    nom: "Q03-volontariat-dit-par-l-employeur",
    histoire: "Ouvrier, bilan au plan de l’employeur, convention à trois.",
    difference: "Le volontariat est transmis par l’employeur, ou confirmé par la personne elle-même.",
    regles: ["A03"],
    nonConforme: changer(plan, "volontariat_confirme", { canal: "employeur" }),
    conforme: plan,
  },
  {
    nom: "Q03-analyse-du-besoin-sans-preuve",
    histoire: "Demandeuse d’emploi à La Réunion, CPF de 2026 sans participation à payer.",
    difference:
      "Rien ne prouve l’analyse du besoin, ni questionnaire signé ni séance qui en parle, ou le questionnaire est signé.",
    regles: ["A09", "D04"],
    nonConforme: changer(
      changer(reclassee, "questionnaire_rempli", { signatures: [] }, preliminaire),
      "seance_tenue",
      { themes: ["format", "modalites"] },
      (d) => d.phase === "preliminaire",
    ),
    conforme: reclassee,
  },
  {
    nom: "Q03-document-de-suivi-impose",
    histoire: "Salariée à Lyon, CPF de mars 2023, 24 heures.",
    difference: "Le calendrier et les modalités sont décidés sans la personne, ou avec elle.",
    regles: ["A09", "D04"],
    nonConforme: changer(deMars2023, "document_suivi_arrete", { conjointement: false }),
    conforme: deMars2023,
  },
  {
    nom: "Q03-questions-jamais-reprises",
    histoire: "Salariée à Lyon, CPF de mars 2023 ; un autre conseiller avait mené l’entretien préalable.",
    difference:
      "Le questionnaire du début du bilan ne reprend aucune question d’avant la vente, ou les reprend et les compare.",
    regles: ["A10"],
    nonConforme: changer(
      changer(deMars2023, "entretien_prealable_tenu", { intervenant: "paul" }),
      "questionnaire_rempli",
      { rubriques: ["projet"], compare: false },
      preliminaire,
    ),
    conforme: changer(deMars2023, "entretien_prealable_tenu", { intervenant: "paul" }),
  },
  {
    nom: "Q03-consentement-apres-coup",
    histoire: "Ouvrier à Vénissieux, bilan payé par un opérateur de compétences en 2024.",
    difference:
      "Le consentement est recueilli une semaine après la première séance, ou trois semaines avant.",
    regles: ["A02"],
    nonConforme: changer(
      dater(lyon2024, "consentement_recueilli", apres(debut2024, 5)),
      "consentement_recueilli",
      { signatures: [{ par: "beneficiaire", le: apres(debut2024, 5) }] },
    ),
    conforme: lyon2024,
  },
  {
    nom: "Q03-aucun-document-de-suivi",
    histoire: "Ouvrier à Vénissieux, bilan payé par un opérateur de compétences en 2024.",
    difference: "Aucun document de suivi n’est établi, ou il dit séances, durées, calendrier et modalités.",
    regles: ["A09", "D04"],
    nonConforme: sans(lyon2024, "document_suivi_arrete"),
    conforme: lyon2024,
  },
];

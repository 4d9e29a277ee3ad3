import { jour } from "../../src/values/jour.ts";
import { Essai, type Reponses } from "./essai.ts";

/** One act of a story: the day it is written down, its name, and what is typed over what the form proposes. */
export type Pas = readonly [jour: string, acte: string, reponses?: Reponses];

const POINTS = [
  "objectifs",
  "contenu",
  "intervenants",
  "horaires",
  "evaluation",
  "contact",
  "reglement_interieur",
  "tarif",
  "reglement",
  "abandon",
  "bonne_foi",
  "destinataire",
  "travail_personnel",
  "cep_gratuit",
];
const RUBRIQUES = ["parcours", "motivations", "contraintes"];

export const ENTRETIEN: Reponses = {
  duree: "1 h",
  modalite: "presentiel",
  gratuit: "oui",
  objectif: "reconversion",
  francaisVerifie: "oui",
  volontariatVerifie: "oui",
  disponibiliteVerifiee: "oui",
  conseillerPresente: "oui",
  faisable: "oui",
  notes: "Elle veut devenir ébéniste.",
};

export const DEVIS: Reponses = {
  duree: "20 h",
  preliminaire: "3 h 30",
  investigation: "12 h",
  conclusion: "4 h 30",
  travailPersonnel: "4 h",
  prix: "1 580,00",
};

/** Day, planned hours, phase, themes: nine sessions, twenty hours. */
const SEANCES = [
  ["2026-09-28", "9 h 30", "11 h 30", "preliminaire", ["analyse_demande", "analyse_besoin"]],
  ["2026-10-05", "9 h 30", "11 h", "preliminaire", ["format", "modalites"]],
  ["2026-10-12", "9 h 30", "12 h", "investigation", ["parcours", "competences"]],
  ["2026-10-19", "9 h 30", "12 h", "investigation", ["motivations", "interets"]],
  ["2026-10-26", "9 h 30", "12 h", "investigation", ["marche_emploi", "enquete_metier"]],
  ["2026-11-02", "9 h 30", "12 h", "investigation", ["projet"]],
  ["2026-11-05", "9 h 30", "11 h 30", "investigation", ["projet", "alternatives"]],
  ["2026-11-09", "9 h 30", "11 h 30", "conclusion", ["resultats_detailles", "conditions_moyens"]],
  ["2026-11-16", "9 h 30", "12 h", "conclusion", ["etapes", "suivi", "synthese"]],
] as const;

export const DEMANDE: Reponses = { origine: "beneficiaire", donneesDemandees: ["identite", "parcours"] };

/** From the first call to the consent, whoever pays. */
export const ACCUEIL: readonly Pas[] = [
  ["2026-09-01", "noterDemande", DEMANDE],
  ["2026-09-03", "noterEntretien", ENTRETIEN],
  [
    "2026-09-03",
    "remplirQuestionnaire",
    { rubriques: RUBRIQUES, signe: "oui", reponses: "Je veux changer." },
  ],
  ["2026-09-03", "informer", { points: POINTS, signee: "oui" }],
  ["2026-09-07", "recueillirConsentement", { donne: "oui", signe: "oui" }],
];

const signatures = (date: string): Pas[] =>
  (["beneficiaire", "conseiller"] as const).map((par) => [
    date,
    "signerSeance",
    { par, nom: par === "conseiller" ? "Nadia Benali" : "Camille Fictive", atteste: "oui" },
  ]);

/** Session number `n`, held and signed on its day. */
function seance(n: number): Pas[] {
  const [date, , , , themes] = SEANCES[n - 1]!;
  return [[date, "tenirSeance", { themes }], ...signatures(date)];
}

const planifier = (date: string, n: number): Pas => {
  const [jourPrevu, debut, fin, phase] = SEANCES[n - 1]!;
  return [date, "planifierSeance", { jour: jourPrevu, debut, fin, phase, modalite: "presentiel" }];
};

const numeros = (de: number, a: number) => Array.from({ length: a - de + 1 }, (_, i) => de + i);

/** The two preliminary sessions, the questions asked again, the document de suivi, the whole calendar. */
export const PRELIMINAIRE: readonly Pas[] = [
  planifier("2026-09-15", 1),
  planifier("2026-09-15", 2),
  ...seance(1),
  ["2026-09-28", "remplirQuestionnaire", { rubriques: RUBRIQUES, signe: "oui", compare: "oui" }],
  ...numeros(3, 9).map((n) => planifier("2026-09-28", n)),
  ...seance(2),
  [
    "2026-10-05",
    "arreterDocumentSuivi",
    { conjointement: "oui", disponibiliteVerifiee: "oui", signataires: ["beneficiaire", "conseiller"] },
  ],
];

export const INVESTIGATION: readonly Pas[] = [
  ...seance(3),
  ...seance(4),
  ["2026-10-23", "verserTravail", { nature: "enquête auprès d’un professionnel" }],
  ...seance(5),
  ...seance(6),
  ...seance(7),
  ["2026-11-05", "elaborerProjet", { pertinenceVerifiee: "oui", alternatives: "1", formation: "oui" }],
];

export const CONCLUSION: readonly Pas[] = [
  ...seance(8),
  [
    "2026-11-13",
    "ecrireResultats",
    { intitule: "entretiens d’exploration", resultats: "Le travail manuel." },
  ],
  [
    "2026-11-13",
    "redigerSynthese",
    { circonstances: "À sa demande.", competences: "Travail du bois.", projet: "Un CAP.", relue: "oui" },
  ],
  ...seance(9),
  ["2026-11-16", "proposerSuivi", { reponse: "accepte" }],
  [
    "2026-11-16",
    "remettreSynthese",
    { documents: ["synthese", "resultats_detailles"], nom: "Camille Fictive", recu: "oui" },
  ],
  ["2026-11-16", "detruireContenus", { documents: "14", atteste: "oui" }],
];

export const VENTE_CPF: readonly Pas[] = [
  ["2026-09-07", "arreterFinancement", { principal: "cpf", anterieur: "aucun", surTempsDeTravail: "non" }],
  ["2026-09-07", "emettreDevis", DEVIS],
  ["2026-09-09", "accepterDevis"],
  ["2026-09-10", "passerCommande"],
  ["2026-09-11", "repondreCommande", { debutPrevu: "28/09/2026" }],
  ["2026-09-14", "accepterCommande"],
];

export const MENTIONS_TROIS = [
  "intitule",
  "objectif",
  "contenu",
  "moyens",
  "duree",
  "periode",
  "deroulement",
  "suivi",
  "prix",
  "reglement",
  "remise_resultats",
];

export const VENTE_EMPLOYEUR: readonly Pas[] = [
  [
    "2026-09-07",
    "arreterFinancement",
    {
      principal: "employeur",
      employeurPrescripteur: "oui",
      plan: "oui",
      surTempsDeTravail: "oui",
      anterieur: "aucun",
    },
  ],
  ["2026-09-07", "confirmerVolontariat", { canal: "direct" }],
  ["2026-09-07", "emettreDevis", DEVIS],
  ["2026-09-09", "accepterDevis"],
  [
    "2026-09-10",
    "transmettreConvention",
    { transmiseParEmployeurLe: "10/09/2026", mentions: MENTIONS_TROIS },
  ],
  ["2026-09-11", "signerConvention", { par: "organisme", atteste: "oui" }],
  ["2026-09-11", "signerConvention", { par: "employeur", atteste: "oui" }],
  ["2026-09-14", "signerConvention", { par: "beneficiaire", atteste: "oui" }],
];

const entree: Pas = ["2026-09-29", "declarerEntree"];

/** The declaration of entry finds its place among the first sessions, on its day. */
function avecEntree(pas: readonly Pas[]): Pas[] {
  const rang = pas.findIndex(([j]) => j > entree[0]);
  return pas.toSpliced(rang < 0 ? pas.length : rang, 0, entree);
}

export const BILAN_CPF: readonly Pas[] = [
  ...ACCUEIL,
  ...VENTE_CPF,
  ...avecEntree(PRELIMINAIRE),
  ...INVESTIGATION,
  ...CONCLUSION,
  ["2026-11-17", "declarerServiceFait", { titulaireInforme: "oui", montantSimule: "1 580,00" }],
];

export const BILAN_EMPLOYEUR: readonly Pas[] = [
  ...ACCUEIL,
  ...VENTE_EMPLOYEUR,
  ...PRELIMINAIRE,
  ...INVESTIGATION,
  ...CONCLUSION,
  ["2026-11-17", "declarerServiceFait", { titulaireInforme: "oui" }],
  ["2026-11-17", "emettreCertificat"],
  ["2026-11-17", "emettreFacture", { numero: "F-2026-41" }],
];

/** After two sessions out of nine, the person stops. */
export const BILAN_ARRETE: readonly Pas[] = [
  ...ACCUEIL,
  ...VENTE_CPF,
  ...avecEntree(PRELIMINAIRE),
  [
    "2026-10-08",
    "terminerAvant",
    {
      forceMajeure: "non",
      responsable: "beneficiaire",
      motif: "nouvel emploi",
      preuve: "courrier de la personne",
    },
  ],
  ["2026-10-08", "detruireContenus", { documents: "5", atteste: "oui" }],
  ["2026-10-09", "declarerServiceFait", { titulaireInforme: "oui" }],
];

export const BILAN_ORIENTE: readonly Pas[] = [
  ["2026-09-01", "noterDemande", DEMANDE],
  ["2026-09-03", "noterEntretien", { ...ENTRETIEN, objectif: "cv_lettre", faisable: "non" }],
  ["2026-09-03", "orienter"],
];

/** Carries a story by its acts, to its end or before the first act of the given name. */
export function raconter(pas: readonly Pas[], essai = new Essai(), avantLActe?: string): Essai {
  for (const [le, acte, reponses] of pas) {
    if (acte === avantLActe) break;
    essai.faire(acte, jour(le), reponses);
  }
  return essai;
}

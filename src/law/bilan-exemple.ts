import { heures, minutes } from "../values/duree.ts";
import type { Heure } from "../values/heure.ts";
import { jour } from "../values/jour.ts";
import { euros } from "../values/montant.ts";
import type { Etat, Phase, Seance, Signature, Theme } from "./etat.ts";

/** The day the example bilan ends; examples are judged the day after unless they say otherwise. */
export const FIN_DU_BILAN = jour("2026-11-16");
export const LENDEMAIN = jour("2026-11-17");

const trace = (date: string, fait: string) => ({ date: jour(date), consigneLe: jour(date), fait });
const deuxSignatures = (date: string): Signature[] => [
  { par: "beneficiaire", le: jour(date) },
  { par: "conseiller", le: jour(date) },
];

function seance(n: number, date: string, duree: number, phase: Phase, themes: Theme[]): Seance {
  const debut = "09:30" as Heure;
  const fin = `${String(9 + Math.floor((30 + duree) / 60)).padStart(2, "0")}:${String((30 + duree) % 60).padStart(2, "0")}`;
  return {
    id: `s${n}`,
    phase,
    date: jour(date),
    debut,
    fin: fin as Heure,
    modalite: "presentiel",
    lieu: "12 rue du Vau Saint-Germain, Rennes",
    statut: "tenue",
    prevu: minutes(duree),
    fait: minutes(duree),
    intervenant: "nadia",
    themes,
    individuelle: true,
    premiereDate: jour(date),
    deplacements: 0,
    noteeLe: jour(date),
    signatures: deuxSignatures(date),
    traces: [],
    motif: null,
  };
}

const partsParPhase = { preliminaire: minutes(210), investigation: heures(12), conclusion: minutes(270) };

/**
 * A whole bilan that every rule finds in order: CPF, 20 h, September to November 2026, destroyed at its term.
 * Rules state their examples as changes laid over it. Fictitious people.
 */
export const BILAN: Etat = {
  organisme: {
    raisonSociale: "Centre Horizon",
    siret: "99900010200007",
    nda: "53350987635",
    territoire: "metropole",
    regimeTva: "attestation",
    certificats: [
      { numero: "B-2025-114", du: jour("2025-03-10"), au: jour("2028-03-09"), categories: ["bilan"] },
    ],
    intervenants: [
      {
        id: "nadia",
        nom: "Nadia Benali",
        competences: [{ domaine: "orientation", preuve: "diplôme et curriculum vitæ" }],
        titrePsychologue: null,
        habilitations: [],
        secretSigneLe: jour("2024-01-08"),
      },
    ],
    offres: [
      {
        id: "bilan-presentiel",
        intitule: "Bilan de compétences à Rennes",
        texte:
          "Trois phases, des entretiens individuels avec la même conseillère, une synthèse remise à la fin.",
        publieeLe: jour("2026-03-02"),
        modalite: "presentiel",
        lieux: ["12 rue du Vau Saint-Germain, 35000 Rennes"],
        outils: [],
        reseau: null,
        materiel: null,
        dureeMinutes: heures(24),
        travailPersonnelMinutes: heures(8),
        prix: euros(1800),
        mentions: [
          "prerequis",
          "objectifs",
          "duree",
          "modalites",
          "delai_acces",
          "tarif",
          "contact",
          "methodes",
          "evaluation",
          "handicap",
          "reconnaissance",
          "modalites_pedagogiques",
          "financement",
        ],
        justification: null,
        cpf: true,
      },
    ],
    autresActivites: false,
    equipeBilanIdentifiee: true,
    indicateurs: [
      {
        nom: "Satisfaction",
        valeur: "94 %",
        methode: "questionnaire en fin de bilan",
        population: 61,
        periode: "2025",
      },
    ],
    grilleTarifaire: true,
    groupe: [],
    adresse: "12 rue du Vau Saint-Germain\n35000 Rennes",
    telephone: "02 99 00 00 00",
    courriel: "contact@centre-horizon.example",
    regionPrefet: "Bretagne",
    representant: { nom: "Karim Aït Saïd", qualite: "directeur" },
    logo: null,
  },
  beneficiaire: {
    statut: "salarie",
    employeurSiren: "999000201",
    fonctionPublique: null,
    mineur: false,
    accordTuteur: false,
  },
  financement: {
    financeurs: ["cpf"],
    employeurPrescripteur: false,
    plan: false,
    surTempsDeTravail: false,
    bilanAnterieur: { declare: "aucun" },
  },
  demande: {
    ...trace("2026-09-01", "f1"),
    origine: "beneficiaire",
    avantage: null,
    donneesDemandees: ["identite", "parcours"],
  },
  entretien: {
    ...trace("2026-09-03", "f2"),
    duree: minutes(60),
    intervenant: "nadia",
    modalite: "presentiel",
    gratuit: true,
    objectif: "reconversion",
    francaisVerifie: true,
    volontariatVerifie: true,
    disponibiliteVerifiee: true,
    conseillerPresente: true,
    faisable: true,
  },
  orientation: null,
  information: {
    ...trace("2026-09-03", "f3"),
    points: [
      "objectifs",
      "contenu",
      "intervenants",
      "horaires",
      "evaluation",
      "contact",
      "reglement_interieur",
      "bonne_foi",
      "destinataire",
      "travail_personnel",
      "materiel",
      "distance",
      "cep_gratuit",
    ],
    signatures: [{ par: "beneficiaire", le: jour("2026-09-03") }],
  },
  consentement: trace("2026-09-07", "f4"),
  refus: null,
  volontariat: { ...trace("2026-09-07", "f5"), canal: "direct" },
  justificationRepetition: null,
  devis: [
    {
      ...trace("2026-09-07", "f6"),
      version: 1,
      offre: "bilan-presentiel",
      duree: heures(20),
      phases: partsParPhase,
      travailPersonnel: heures(4),
      prix: euros(1580),
      modalite: "presentiel",
      prixSelon: "grille",
      cpf: {
        solde: null,
        droits: euros(1430),
        abondements: euros(0),
        participation: euros(150),
        exoneration: null,
        resteACharge: euros(150),
      },
      mentionNda: true,
      accepteLe: jour("2026-09-09"),
    },
  ],
  commande: {
    demandeLe: jour("2026-09-10"),
    reponduLe: jour("2026-09-11"),
    conditionsAdmission: false,
    accepteLe: jour("2026-09-14"),
    debutPrevu: jour("2026-09-28"),
    cgu: "V15",
    annulation: null,
  },
  convention: null,
  contrat: null,
  versements: [],
  demandeAbsence: null,
  entree: {
    ...trace("2026-09-29", "f8"),
    effectiveLe: jour("2026-09-28"),
    preuve: "émargement de la séance 1",
  },
  questionnaires: [
    {
      ...trace("2026-09-03", "f9"),
      moment: "entretien",
      rubriques: ["parcours", "motivations", "contraintes"],
      signatures: [{ par: "beneficiaire", le: jour("2026-09-03") }],
      compare: false,
    },
    {
      ...trace("2026-09-28", "f10"),
      moment: "preliminaire",
      rubriques: ["parcours", "motivations", "contraintes"],
      signatures: [{ par: "beneficiaire", le: jour("2026-09-28") }],
      compare: true,
    },
  ],
  documentsSuivi: [
    {
      ...trace("2026-10-05", "f11"),
      version: 1,
      seances: 9,
      duree: heures(20),
      phases: partsParPhase,
      debut: jour("2026-09-28"),
      fin: FIN_DU_BILAN,
      modalite: "presentiel",
      conjointement: true,
      disponibiliteVerifiee: true,
      signatures: deuxSignatures("2026-10-05"),
    },
  ],
  seances: [
    seance(1, "2026-09-28", 120, "preliminaire", ["analyse_demande", "analyse_besoin"]),
    seance(2, "2026-10-05", 90, "preliminaire", ["format", "modalites"]),
    seance(3, "2026-10-12", 150, "investigation", ["parcours", "competences"]),
    seance(4, "2026-10-19", 150, "investigation", ["motivations", "interets"]),
    seance(5, "2026-10-26", 150, "investigation", ["marche_emploi", "enquete_metier"]),
    seance(6, "2026-11-02", 150, "investigation", ["projet"]),
    seance(7, "2026-11-05", 120, "investigation", ["projet", "alternatives"]),
    seance(8, "2026-11-09", 120, "conclusion", ["resultats_detailles", "conditions_moyens"]),
    seance(9, "2026-11-16", 150, "conclusion", ["etapes", "suivi", "synthese"]),
  ],
  ajustements: [],
  etalements: [],
  travaux: [{ ...trace("2026-10-23", "f30"), nature: "enquête auprès d’un professionnel" }],
  tests: [],
  projet: { ...trace("2026-11-05", "f31"), pertinenceVerifiee: true, alternatives: 1, formation: true },
  syntheses: [
    {
      ...trace("2026-11-13", "f32"),
      version: 1,
      parties: ["circonstances", "competences", "projet"],
      sansElementPersonnel: true,
    },
  ],
  remise: {
    ...trace("2026-11-16", "f33"),
    documents: ["synthese", "resultats_detailles"],
    signatures: [{ par: "beneficiaire", le: FIN_DU_BILAN }],
  },
  communications: [],
  finAnticipee: null,
  serviceFait: {
    ...trace("2026-11-17", "f34"),
    sortieLe: FIN_DU_BILAN,
    motif: "integralite",
    tauxDeclare: 10_000,
    minutesDeclarees: heures(20),
    explication: null,
    titulaireInforme: true,
    montantSimule: euros(1580),
    valideLe: null,
  },
  factures: [],
  certificat: null,
  entretienSuivi: {
    ...trace("2026-11-16", "f35"),
    prevuLe: jour("2027-05-17"),
    reponse: "accepte",
    tenuLe: null,
  },
  cellule: null,
  financeursInformes: [],
  conservations: [],
  destruction: { ...trace("2026-11-16", "f36"), documents: 14 },
  destructionPreuves: null,
  prestationsComplementaires: [],
  controles: [],
};

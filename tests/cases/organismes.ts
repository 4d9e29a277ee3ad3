import type { Intervenant, Offre, Organisme } from "./dossier.ts";

const MENTIONS = [
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
];
const TROIS_PHASES =
  "Trois phases, des entretiens individuels avec la même personne, une synthèse remise à la fin.";
const HEURE = 60;

export const offre = (o: Partial<Offre> & Pick<Offre, "id" | "intitule" | "prix">): Offre => ({
  texte: TROIS_PHASES,
  publieeLe: "2022-11-07",
  modalite: "presentiel",
  dureeMinutes: 24 * HEURE,
  travailPersonnelMinutes: 8 * HEURE,
  mentions: MENTIONS,
  cpf: true,
  ...o,
});

/** What a remote offer says of the tools, the network and the equipment. */
export const A_DISTANCE = {
  modalite: "distanciel" as const,
  outils: ["visioconférence", "espace de dépôt de documents", "assistance par téléphone"],
  reseau: "débit de 4 Mbit/s, essai proposé avant le début",
  materiel: "un ordinateur avec caméra et micro",
};

const NADIA: Intervenant = {
  id: "nadia",
  nom: "Nadia Benali",
  competences: [{ domaine: "orientation", preuve: "master de conseil en orientation, copie du diplôme" }],
  secretSigneLe: "2021-01-11",
};
const paul: Intervenant = {
  id: "paul",
  nom: "Paul Marchand",
  competences: [
    { domaine: "ressources_humaines", preuve: "douze ans de recrutement, certificats de travail" },
  ],
  secretSigneLe: "2022-03-14",
};
const ines: Intervenant = {
  id: "ines",
  nom: "Inès Vautrin",
  competences: [{ domaine: "psychologie_du_travail", preuve: "master de psychologie du travail" }],
  titrePsychologue: { preuve: "titre enregistré, justificatif du registre" },
  habilitations: ["Inventaire d’intérêts Boussole"],
  secretSigneLe: "2021-09-06",
};
const lucie: Intervenant = {
  id: "lucie",
  nom: "Lucie Hoarau",
  competences: [{ domaine: "orientation", preuve: "titre de conseillère en insertion, copie du diplôme" }],
  secretSigneLe: "2022-02-01",
};

const indicateurs = (population: number): Organisme["indicateurs"] => [
  {
    nom: "Satisfaction",
    valeur: "94 %",
    methode: "questionnaire en fin de bilan",
    population,
    periode: "2025",
  },
];

/** Rennes, in a room, CPF and employers. */
export const HORIZON: Organisme = {
  raisonSociale: "Centre Horizon",
  siret: "99900010200015",
  nda: "53359900135",
  regimeTva: "attestation",
  certificats: [
    { numero: "B-2021-031", du: "2021-11-15", au: "2024-11-14", categories: ["bilan"] },
    { numero: "B-2024-114", du: "2024-11-15", au: "2027-11-14", categories: ["bilan"] },
  ],
  intervenants: [NADIA, paul],
  offres: [
    offre({
      id: "rennes",
      intitule: "Bilan de compétences à Rennes",
      lieux: ["12 rue du Vau Saint-Germain, 35000 Rennes"],
      prix: 180_000,
    }),
  ],
  autresActivites: false,
  indicateurs: indicateurs(61),
  grilleTarifaire: true,
};
export const RENNES = "12 rue du Vau Saint-Germain, Rennes";

/** Lyon, partly remote, with a psychologist. */
export const ATELIER: Organisme = {
  raisonSociale: "Atelier des Parcours",
  siret: "99900021900017",
  nda: "84699900269",
  regimeTva: "assujetti",
  certificats: [
    { numero: "ISQ-2022-208", du: "2022-01-10", au: "2025-01-09", categories: ["bilan", "formation"] },
    { numero: "ISQ-2025-011", du: "2025-01-10", au: "2028-01-09", categories: ["bilan", "formation"] },
  ],
  intervenants: [ines, paul],
  offres: [
    offre({
      id: "lyon",
      intitule: "Bilan de compétences à Lyon et à distance",
      ...A_DISTANCE,
      modalite: "mixte",
      lieux: ["4 quai Saint-Vincent, 69001 Lyon"],
      prix: 190_000,
    }),
  ],
  autresActivites: true,
  equipeBilanIdentifiee: true,
  indicateurs: indicateurs(112),
  grilleTarifaire: true,
};
export const LYON = "4 quai Saint-Vincent, Lyon";

/** Saint-Denis de La Réunion: local holidays, its own calendar. */
export const PHARE: Organisme = {
  raisonSociale: "Le Phare des Métiers",
  siret: "99900032600010",
  nda: "04979900397",
  territoire: "reunion",
  regimeTva: "franchise",
  certificats: [{ numero: "Q-2024-77", du: "2024-02-05", au: "2027-02-04", categories: ["bilan", "vae"] }],
  intervenants: [lucie],
  offres: [
    offre({
      id: "saint-denis",
      intitule: "Bilan de compétences à Saint-Denis",
      lieux: ["31 rue Juliette-Dodu, 97400 Saint-Denis"],
      prix: 170_000,
    }),
  ],
  autresActivites: true,
  equipeBilanIdentifiee: true,
  indicateurs: indicateurs(24),
  grilleTarifaire: true,
};
export const SAINT_DENIS = "31 rue Juliette-Dodu, Saint-Denis";

/** A counsellor alone, wholly remote. */
export const LARGE: Organisme = {
  raisonSociale: "Cap Large, bilans à distance",
  siret: "99900043300014",
  nda: "28149900499",
  regimeTva: "franchise",
  certificats: [{ numero: "Q-2023-402", du: "2023-06-19", au: "2026-06-18", categories: ["bilan"] }],
  intervenants: [
    {
      id: "tomas",
      nom: "Tomas Ferreira",
      competences: [
        { domaine: "psychologie_du_travail", preuve: "licence et formation continue, attestations" },
      ],
      secretSigneLe: "2023-06-01",
    },
  ],
  offres: [
    offre({ id: "distance", intitule: "Bilan de compétences à distance", ...A_DISTANCE, prix: 160_000 }),
  ],
  autresActivites: false,
  indicateurs: indicateurs(38),
  grilleTarifaire: true,
};

/** Private money only: no certificate, and none needed. */
export const CABINET: Organisme = {
  raisonSociale: "Cabinet Delaunay",
  siret: "99900054000016",
  nda: "11759900575",
  regimeTva: "assujetti",
  intervenants: [
    {
      id: "claire",
      nom: "Claire Delaunay",
      competences: [
        { domaine: "ressources_humaines", preuve: "vingt ans de direction des ressources humaines" },
      ],
      secretSigneLe: "2020-01-06",
    },
  ],
  offres: [
    offre({
      id: "paris",
      intitule: "Bilan de compétences à Paris",
      lieux: ["9 rue des Petits-Carreaux, 75002 Paris"],
      prix: 240_000,
      cpf: false,
    }),
  ],
  autresActivites: true,
  equipeBilanIdentifiee: true,
};
export const PARIS = "9 rue des Petits-Carreaux, Paris";

/** Employers of the people in the examples. */
export const EMPLOYEURS = { atlantis: "999000656", verdon: "999000763", mairie: "999000870" } as const;

import type { Couleur } from "../../values/contraste.ts";
import type { Minutes } from "../../values/duree.ts";
import type { Jour } from "../../values/jour.ts";
import type { Modalite } from "../../values/modalite.ts";
import type { Centimes } from "../../values/montant.ts";
import type { Territoire } from "../../values/territoire.ts";

export type { Territoire };

/** The organisation as the rules read it: who it is, what it may do, with whom, and what it offers. */
export interface Organisme {
  raisonSociale: string;
  siret: string;
  /** Declaration number, « déclaration d'activité »; null before the first one (R6351-6). */
  nda: string | null;
  /** Where the public holidays are read: « metropole », « alsace-moselle », « reunion » … */
  territoire: Territoire;
  /** « attestation » = exempt by CGI 261-4-4° a, « franchise » = CGI 293 B. */
  regimeTva: "attestation" | "franchise" | "assujetti";
  certificats: Certificat[];
  intervenants: Intervenant[];
  offres: Offre[];
  /** Other activities than bilans (R6313-6), and whether a team is identified for bilans; null while not said. */
  autresActivites: boolean | null;
  equipeBilanIdentifiee: boolean | null;
  /** Result indicators made public, each with its method, population and period (RNQ 2). */
  indicateurs: Indicateur[];
  /** How prices are set: one grid for all, or case by case. */
  grilleTarifaire: boolean | null;
  /** Companies of the same group, by SIREN (R6313-5). */
  groupe: string[];
  /** As papers print it, one line each; no rule reads what follows. */
  adresse: string | null;
  telephone: string | null;
  courriel: string | null;
  /** Region of the prefect who registered the declaration, « Bretagne » (wording of R6351-6). */
  regionPrefet: string | null;
  /** Who signs for the organisation, and as what. */
  representant: { nom: string; qualite: string } | null;
  logo: LogoOrganisme | null;
  /** On the band of its pages and the titles of its papers, « #1d5c3a »; null for those of the product. */
  couleur: Couleur | null;
}

/** `base64`: the bytes of the image; `alternative` is read aloud in its place. */
export interface LogoOrganisme {
  format: "png" | "svg";
  base64: string;
  alternative: string;
}

/** A Qualiopi certificate and the categories of actions it covers. */
export interface Certificat {
  numero: string;
  du: Jour;
  au: Jour;
  categories: ("formation" | "bilan" | "vae" | "apprentissage")[];
}

export interface Intervenant {
  id: string;
  nom: string;
  /** What the person is competent in, each supported by a proof on file (L6352-1, question 1). */
  competences: {
    domaine: "psychologie_du_travail" | "orientation" | "ressources_humaines";
    preuve: string;
  }[];
  /** Registered title of psychologist, with the proof on file. */
  titrePsychologue: { preuve: string } | null;
  /** Instruments that the person is certified to administer. */
  habilitations: string[];
  /** Day the undertaking of professional secrecy was signed (L6313-4 §4). */
  secretSigneLe: Jour | null;
  /** Since when the person works here no more; never taken off the list, as dossiers name her. */
  partiLe: Jour | null;
}

export interface Offre {
  id: string;
  /** Id of its first version when it is a later one: a changed offer is a new one beside it, and a devis names its own. */
  origine: string | null;
  intitule: string;
  texte: string;
  publieeLe: Jour;
  /** First day on which it was no longer shown, replaced or withdrawn; null while it is published. */
  retireeLe: Jour | null;
  modalite: Modalite;
  lieux: string[];
  outils: string[];
  reseau: string | null;
  materiel: string | null;
  dureeMinutes: Minutes;
  travailPersonnelMinutes: Minutes | null;
  prix: Centimes;
  /** Information shown: « objectifs », « duree », « modalites », « delai_acces », « tarif », « contact », « methodes », « evaluation », « handicap », « reconnaissance », « modalites_pedagogiques », « financement » … */
  mentions: string[];
  /** Why this offer stands beside another of the same modality; null when nothing is said. */
  justification: string | null;
  cpf: boolean;
}

export interface Indicateur {
  nom: string;
  valeur: string;
  methode: string | null;
  population: number | null;
  periode: string | null;
}

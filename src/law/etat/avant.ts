import type { Minutes } from "../../values/duree.ts";
import type { Jour } from "../../values/jour.ts";
import type { Modalite } from "../../values/modalite.ts";
import type { Centimes } from "../../values/montant.ts";

/** A thing that happened: the day it happened and the day it was written down, and the fact that says so. */
export interface Trace {
  date: Jour;
  consigneLe: Jour;
  fait: string;
}

export type Signataire = "beneficiaire" | "conseiller" | "organisme" | "employeur";
export interface Signature {
  par: Signataire;
  le: Jour;
}

/** Something that was signed on a screen, or disagreed with: which kind of thing, which one, by whom. */
export interface Avis extends Trace {
  objet: string;
  sur: string | null;
  par: Signataire;
}

export interface Beneficiaire {
  statut: "salarie" | "demandeur_emploi" | "independant" | "agent_public" | "retraite" | "etudiant" | "autre";
  employeurSiren: string | null;
  /** Which civil service, for a public agent. */
  fonctionPublique: "etat" | "territoriale" | "hospitaliere" | null;
  mineur: boolean;
  accordTuteur: boolean;
}

export type Financeur =
  | "cpf"
  | "employeur"
  | "opco"
  | "fonds_propres"
  | "france_travail"
  | "faf"
  | "region"
  | "etat"
  | "agefiph"
  | "transitions_pro"
  | "conge_reclassement";

export interface Financement {
  /** Who pays, the main one first. */
  financeurs: Financeur[];
  /** The employer asks for the bilan or pays a share of it. */
  employeurPrescripteur: boolean;
  /** Part taken under the employer's plan or a « congé de reclassement » (R6313-8). */
  plan: boolean;
  /** The bilan takes place on working time. */
  surTempsDeTravail: boolean | null;
  /** A bilan already financed, as the person declares it; null while the question was not asked. */
  bilanAnterieur:
    | { declare: "aucun" }
    | {
        declare: "oui";
        financeur: Financeur;
        financeLe: Jour | null;
        termineLe: Jour | null;
        justification: string | null;
      }
    | null;
}

export type Origine = "beneficiaire" | "employeur" | "cep" | "reclassement" | "prescripteur" | "demarchage";

export interface Demande extends Trace {
  origine: Origine;
  /** A gift, rebate or reward promised for enrolling. */
  avantage: string | null;
  /** What was asked of the person: « identite », « parcours », « solde_cpf », « identifiants_cpf », « sante » … */
  donneesDemandees: string[];
}

/** What the person wants; only the first five are the object of a bilan (question 14). */
export type Objectif =
  | "evolution"
  | "mobilite"
  | "reconversion"
  | "recherche_emploi"
  | "adaptation"
  | "coaching"
  | "cep"
  | "vae"
  | "cv_lettre"
  | "preparation_retraite"
  | "reclassement"
  | "evaluation"
  | "developpement_personnel"
  | "formation";

export interface Entretien extends Trace {
  duree: Minutes;
  intervenant: string;
  modalite: Modalite;
  gratuit: boolean;
  objectif: Objectif;
  francaisVerifie: boolean;
  volontariatVerifie: boolean;
  disponibiliteVerifiee: boolean;
  /** The future counsellor was presented, with his competences. */
  conseillerPresente: boolean;
  faisable: boolean;
}

export interface Information extends Trace {
  /** Points given: « objectifs », « contenu », « intervenants », « horaires », « evaluation », « contact », « reglement_interieur », « bonne_foi », « destinataire », « travail_personnel », « materiel », « distance », « cep_gratuit » … */
  points: string[];
  signatures: Signature[];
}

/** `apresRefus`: a paper of hers, later than her no, that her counsellor attests. */
export interface Consentement extends Trace {
  apresRefus?: boolean;
}

export interface Volontariat extends Consentement {
  /** « direct » when collected from the person without the employer. */
  canal: "direct" | "employeur";
}

export interface PartsParPhase {
  preliminaire: Minutes;
  investigation: Minutes;
  conclusion: Minutes;
}

export interface Devis extends Trace {
  version: number;
  offre: string | null;
  duree: Minutes;
  phases: PartsParPhase;
  travailPersonnel: Minutes;
  prix: Centimes;
  modalite: Modalite;
  /** How the price was set; « solde » = from the person's CPF balance. */
  prixSelon: "grille" | "besoin" | "solde";
  /** The shares, null where nothing was computed (not a CPF order). */
  cpf: {
    solde: Centimes | null;
    droits: Centimes;
    abondements: Centimes;
    participation: Centimes;
    exoneration: "demandeur_emploi" | "abondement_employeur" | "c2p" | "at_mp" | null;
    resteACharge: Centimes;
  } | null;
  mentionNda: boolean;
  accepteLe: Jour | null;
}

export interface Commande {
  /** The request of the person (« demande de souscription » in CPF). */
  demandeLe: Jour;
  /** The organisation's answer in EDOF; with admission conditions the delay is longer. */
  reponduLe: Jour | null;
  conditionsAdmission: boolean;
  accepteLe: Jour | null;
  debutPrevu: Jour | null;
  cgu: string | null;
  annulation: { le: Jour; par: "titulaire" | "organisme"; motif: string } | null;
}

export interface Convention {
  /** Id of the fact that transmitted this draft: another draft is another thing to sign. */
  fait: string;
  forme: "tripartite" | "bilaterale";
  /** Day the employer handed the draft to the employee: the 10-day clock of R6313-8. */
  transmiseParEmployeurLe: Jour | null;
  mentions: string[];
  mentionNda: boolean;
  /** A clause makes the synthesis due to someone else than the person. */
  clauseSynthese: boolean;
  /** The company, when it is a party; its name only, for who signs for it is no part of the facts. */
  entreprise: string | null;
  debut: Jour | null;
  fin: Jour | null;
  /** Share of the hours at a distance, in whole per cent, where they are mixed. */
  tauxDistance: number | null;
  /** When and how the price is paid. */
  reglement: string | null;
  signatures: Signature[];
}

/** The contract as it is proposed to a person who pays herself, before anybody signed it. */
export interface ContratPropose extends Trace {
  mentions: string[];
  mentionNda: boolean;
  prerequis: string | null;
  reglement: string | null;
  /** What is due when the bilan stops before its end. */
  arret: string | null;
}

export interface Contrat {
  mentions: string[];
  mentionNda: boolean;
  signatures: Signature[];
  retracteLe: Jour | null;
}

export interface Versement extends Trace {
  montant: Centimes;
  par: "beneficiaire" | "employeur" | "opco" | "cdc" | "autre";
}

import type { Minutes } from "../../values/duree.ts";
import type { Jour } from "../../values/jour.ts";
import type { Centimes } from "../../values/montant.ts";
import type { Financeur, Signature, Trace } from "./avant.ts";

export type PartieSynthese = "circonstances" | "competences" | "projet";

export interface Synthese extends Trace {
  version: number;
  parties: PartieSynthese[];
  /** A human confirmed that nothing strictly personal is in it (question 13); null while not asked. */
  sansElementPersonnel: boolean | null;
  /** The sealed text of each part, and the fact that brought it: a version takes over what it does not change. */
  textes: Partial<Record<PartieSynthese, { contenu: string; depuis: string }>>;
}

export interface Remise extends Trace {
  /** The synthesis and the « résultats détaillés » are two documents (L6313-4 §3). */
  documents: ("synthese" | "resultats_detailles")[];
  signatures: Signature[];
}

export interface Communication extends Trace {
  document: "synthese" | "resultats_detailles";
  destinataire: "cep" | "employeur" | "opco" | "financeur" | "cdc" | "france_travail" | "autre";
  /**
   * The sealed content that names who it is when it is « autre »; null for the others, and for a fact written before that
   * was asked.
   */
  lecteur: string | null;
  /** The person's own request or written agreement, and its end. */
  accordLe: Jour | null;
  revoqueLe: Jour | null;
  communiqueLe: Jour | null;
}

export interface FinAnticipee extends Trace {
  forceMajeure: boolean | null;
  responsable: "beneficiaire" | "organisme_avec_report" | "organisme_sans_report";
  motif: string;
  preuve: string | null;
}

export type MotifSortie =
  | "integralite"
  | "force_majeure"
  | "abandon_stagiaire"
  | "interruption_avec_report"
  | "interruption_sans_report";

export interface ServiceFait extends Trace {
  /** Effective exit and day it was declared with the « service fait ». */
  sortieLe: Jour;
  motif: MotifSortie;
  /** Per ten thousand, so that 87,5 % is 8 750. */
  tauxDeclare: number;
  minutesDeclarees: Minutes;
  explication: string | null;
  /** The person was told the declared reason and rate, and that she may complain to the Caisse des Dépôts (question 9). */
  titulaireInforme: boolean;
  montantSimule: Centimes | null;
  valideLe: Jour | null;
}

export interface Facture extends Trace {
  numero: string;
  montant: Centimes;
  lignes: {
    nature:
      | "accompagnement"
      | "travail_personnel"
      | "entretien_prealable"
      | "elearning"
      | "prestation_complementaire";
    minutes: Minutes;
    montant: Centimes;
  }[];
  /** The organisation takes the participation or the rest on itself, or gives it back. */
  priseEnChargeDuReste: Centimes | null;
  /** Whom it is addressed to; null for a fact written before that was asked. */
  payeur: Financeur | null;
  payeeLe: Jour | null;
}

export interface EntretienSuivi extends Trace {
  /** Proposed day of the follow-up interview; the person may refuse it. */
  prevuLe: Jour | null;
  reponse: "accepte" | "refuse" | null;
  tenuLe: Jour | null;
}

export interface Conservation extends Trace {
  /** The two cases of R6313-7 al. 2. */
  base: "communication_l6313_4" | "accord_suivi";
  documents: ("synthese" | "resultats_detailles" | "documents_de_travail")[];
  signeLe: Jour | null;
  jusquAu: Jour;
  retireLe: Jour | null;
  /** Day on which what it kept was destroyed in its turn; null while it is kept. */
  detruitLe: Jour | null;
}

export interface Controle extends Trace {
  organe: "cdc" | "drieets" | "opco" | "certificateur";
  recuLe: Jour;
  /** The day the letter gives; null when it gives none. */
  echeance: Jour | null;
  pieces: string[];
  reponduLe: Jour | null;
  closLe: Jour | null;
}

export type MotifDeGel = "controle" | "litige" | "reclamation" | "audit";

/** Proofs kept beyond their own end while something is open (D17): until a day at most, or until it is lifted. */
export interface Gel extends Trace {
  motif: MotifDeGel;
  jusquAu: Jour;
  leveLe: Jour | null;
}

export interface PrestationComplementaire extends Trace {
  nature: "cv_lettre" | "autre";
  financeur: string;
}

import type { Minutes } from "../../values/duree.ts";
import type { Heure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import type { Modalite, ModaliteDeSeance } from "../../values/modalite.ts";
import type { Phase } from "../../values/phase.ts";
import type { PartsParPhase, Signature, Trace } from "./avant.ts";

export type { Phase };

/** The set of discovery questions, asked before the sale and again in the first phase. */
export interface Questionnaire extends Trace {
  moment: "entretien" | "preliminaire";
  /** Headings asked: « parcours », « motivations », « contraintes » …; « sante », « religion », « opinions », « famille », « origine » have no direct and necessary link. */
  rubriques: string[];
  signatures: Signature[];
  /** The counsellor compared both sets with the person. */
  compare: boolean;
}

export interface DocumentSuivi extends Trace {
  version: number;
  seances: number;
  duree: Minutes;
  phases: PartsParPhase;
  debut: Jour;
  fin: Jour;
  modalite: Modalite;
  /** The modalities were decided with the person (R6313-4 1° c). */
  conjointement: boolean;
  disponibiliteVerifiee: boolean;
  signatures: Signature[];
}

export type Theme =
  | "analyse_demande"
  | "analyse_besoin"
  | "format"
  | "modalites"
  | "parcours"
  | "competences"
  | "motivations"
  | "interets"
  | "marche_emploi"
  | "enquete_metier"
  | "projet"
  | "alternatives"
  | "resultats_detailles"
  | "conditions_moyens"
  | "etapes"
  | "suivi"
  | "synthese"
  | "cv_lettre"
  | "entretien_embauche";

export interface Seance {
  id: string;
  phase: Phase;
  date: Jour;
  debut: Heure;
  fin: Heure;
  modalite: ModaliteDeSeance;
  lieu: string;
  /** « prevue » until it is held, cancelled or missed; a moved session keeps its identity. */
  statut: "prevue" | "tenue" | "annulee" | "absence";
  /** Minutes planned, and minutes really spent face to face (0 until held). */
  prevu: Minutes;
  fait: Minutes;
  intervenant: string;
  themes: Theme[];
  individuelle: boolean;
  /** The day the first calendar gave, to see what was moved. */
  premiereDate: Jour;
  deplacements: number;
  noteeLe: Jour | null;
  signatures: Signature[];
  /** Objective traces of a remote session: « connexion », « signature_horodatee », « travail » … */
  traces: string[];
  motif: string | null;
}

/** What the person answered to one appointment, as it stood when she answered. */
export interface ReponseRendezVous extends Trace {
  seance: string;
  jour: Jour;
  debut: Heure;
  reponse: "vient" | "a_deplacer";
}

export interface Ajustement extends Trace {
  duree: Minutes;
  motif: string;
  signatures: Signature[];
}

/** Something unexpected that justifies a longer calendar (questions 10 and 11). */
export interface EvenementEtalement extends Trace {
  nature:
    | "maladie"
    | "mutation"
    | "accident"
    | "deuil"
    | "naissance"
    | "licenciement"
    | "convenance"
    | "pmsmp"
    | "rencontre_metier"
    | "autre";
  /** Kind of proof held, never its medical content; null when none. */
  preuve: string | null;
  jusquAu: Jour | null;
}

export interface TravailPersonnel extends Trace {
  nature: string;
}

export interface TestUtilise extends Trace {
  instrument: string;
  /** Whom the instrument's own record reserves it to; null when the record says nothing. */
  reserve: "psychologue" | "habilite" | "aucune" | null;
  intervenant: string;
  consentement: boolean;
}

export interface Projet extends Trace {
  pertinenceVerifiee: boolean;
  alternatives: number;
  formation: boolean;
}

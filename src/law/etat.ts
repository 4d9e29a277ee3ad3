import type { Minutes } from "../values/duree.ts";
import type { Jour } from "../values/jour.ts";
import type {
  Communication,
  Conservation,
  Controle,
  EntretienSuivi,
  Facture,
  FinAnticipee,
  Gel,
  PrestationComplementaire,
  Remise,
  ServiceFait,
  Synthese,
} from "./etat/apres.ts";
import type {
  Avis,
  Beneficiaire,
  Commande,
  Consentement,
  Contrat,
  ContratPropose,
  Convention,
  Demande,
  Devis,
  Entretien,
  Financement,
  Information,
  Trace,
  Versement,
  Volontariat,
} from "./etat/avant.ts";
import type { Organisme } from "./etat/organisme.ts";
import type {
  Ajustement,
  DocumentSuivi,
  EvenementEtalement,
  Projet,
  Questionnaire,
  ReponseRendezVous,
  Seance,
  TestUtilise,
  TravailPersonnel,
} from "./etat/pendant.ts";

export type * from "./etat/apres.ts";
export type * from "./etat/avant.ts";
export type * from "./etat/organisme.ts";
export type * from "./etat/pendant.ts";

/**
 * One dossier as the rules read it: what its facts, folded in order, say today. No clock in it.
 * null = not said; an empty list = nothing happened.
 */
export interface Etat {
  organisme: Organisme;
  beneficiaire: Beneficiaire;
  financement: Financement | null;
  demande: Demande | null;
  entretien: Entretien | null;
  orientation: (Trace & { vers: string }) | null;
  information: Information | null;
  consentement: Consentement | null;
  refus: Trace | null;
  volontariat: Volontariat | null;
  justificationRepetition: (Trace & { motif: string }) | null;
  devis: Devis[];
  commande: Commande | null;
  convention: Convention | null;
  contratPropose: ContratPropose | null;
  contrat: Contrat | null;
  versements: Versement[];
  demandeAbsence: (Trace & { debut: Jour }) | null;
  entree: (Trace & { effectiveLe: Jour; preuve: string | null }) | null;
  questionnaires: Questionnaire[];
  documentsSuivi: DocumentSuivi[];
  seances: Seance[];
  reponsesRendezVous: ReponseRendezVous[];
  ajustements: Ajustement[];
  etalements: EvenementEtalement[];
  travaux: TravailPersonnel[];
  tests: TestUtilise[];
  projet: Projet | null;
  syntheses: Synthese[];
  remise: Remise | null;
  communications: Communication[];
  finAnticipee: FinAnticipee | null;
  serviceFait: ServiceFait | null;
  factures: Facture[];
  /** No payment is awaited any more, whatever was or was not invoiced; null as soon as something is invoiced or paid. */
  paiementsClos: Trace | null;
  certificat: (Trace & { minutes: Minutes }) | null;
  entretienSuivi: EntretienSuivi | null;
  cellule: (Trace & { points: string[] }) | null;
  financeursInformes: (Trace & { evenement: "debut" | "interruption" | "fin" })[];
  conservations: Conservation[];
  /** `effectiveLe`: day from which no copy of their key is left anywhere; null until then, or when only papers went. */
  destruction:
    | (Trace & {
        documents: number;
        effectiveLe: Jour | null;
        /** First day since then on which a text was sealed in this dossier again; null when none was. */
        ecritDepuis: Jour | null;
      })
    | null;
  /** The proof file itself was deleted, at the end of its own retention (CGU 7-3); null while it is kept. */
  destructionPreuves: Trace | null;
  prestationsComplementaires: PrestationComplementaire[];
  controles: Controle[];
  gels: Gel[];
  /** What was signed on a screen, and what was read there and disagreed with; by the order of the facts. */
  signaturesApposees: Avis[];
  desaccords: Avis[];
}

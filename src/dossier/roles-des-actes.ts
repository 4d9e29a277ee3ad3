import type { Acte, Refus, Role } from "./acte.ts";

const conduire: readonly Role[] = ["conseiller"];
const classer: readonly Role[] = ["conseiller", "assistant"];

/**
 * Act × role: who may do what, whatever the stage. The counsellor conducts the bilan; the assistant plans and files, and
 * does nothing that is said, decided or written with the person. An act that is not here is nobody's.
 */
export const ROLES_DES_ACTES: Readonly<Record<string, readonly Role[]>> = {
  noterDemande: classer,
  noterEntretien: conduire,
  orienter: conduire,
  informer: conduire,
  recueillirConsentement: conduire,
  noterRefus: conduire,
  confirmerVolontariat: conduire,
  arreterFinancement: conduire,
  justifierRepetition: conduire,
  emettreDevis: conduire,
  accepterDevis: classer,
  passerCommande: classer,
  repondreCommande: classer,
  accepterCommande: classer,
  annulerCommande: classer,
  transmettreConvention: classer,
  signerConvention: classer,
  proposerContrat: conduire,
  signerContrat: classer,
  retracterContrat: classer,
  noterVersement: classer,
  demanderAbsence: classer,
  declarerEntree: classer,
  remplirQuestionnaire: conduire,
  arreterDocumentSuivi: conduire,
  planifierSeance: classer,
  deplacerSeance: classer,
  annulerSeance: classer,
  tenirSeance: conduire,
  signerSeance: conduire,
  noterAbsence: classer,
  verserTrace: classer,
  ajusterDuree: conduire,
  noterEvenement: classer,
  verserTravail: conduire,
  utiliserTest: conduire,
  elaborerProjet: conduire,
  ecrireResultats: conduire,
  redigerSynthese: conduire,
  remettreSynthese: conduire,
  proposerSuivi: conduire,
  tenirSuivi: conduire,
  autoriserCommunication: conduire,
  revoquerCommunication: conduire,
  communiquerDocument: conduire,
  terminerAvant: conduire,
  declarerServiceFait: classer,
  noterValidation: classer,
  emettreFacture: classer,
  noterPaiement: classer,
  clorePaiements: classer,
  emettreCertificat: classer,
  informerCellule: classer,
  informerFinanceur: classer,
  autoriserConservation: conduire,
  retirerConservation: conduire,
  detruireContenus: conduire,
  convenirPrestation: conduire,
  ouvrirControle: classer,
  repondreControle: classer,
  cloreControle: classer,
  gelerPreuves: classer,
  leverGel: classer,
  corrigerFait: conduire,
};

const NOMS: Readonly<Record<Role, string>> = {
  conseiller: "un conseiller",
  assistant: "un assistant",
  responsable: "un responsable",
  reseau: "un réseau",
  beneficiaire: "la personne",
  employeur: "un employeur",
  auditeur: "un auditeur",
};

/** Whether this role may do the act at all; the refusal says who may. */
export function refusDeRole(acte: Pick<Acte, "nom" | "titre">, role: Role): Refus | null {
  const permis = ROLES_DES_ACTES[acte.nom] ?? [];
  if (permis.includes(role)) return null;
  return {
    phrase: `« ${acte.titre} » n’est pas dans votre rôle.`,
    remede: `Cela devient possible quand ${permis.map((r) => NOMS[r]).join(" ou ")} le fait.`,
  };
}

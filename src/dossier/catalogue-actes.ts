import type { Acte } from "./acte.ts";
import { accepterCommande } from "./actes/accepter-commande.ts";
import { accepterDevis } from "./actes/accepter-devis.ts";
import { ajusterDuree } from "./actes/ajuster-duree.ts";
import { annulerCommande } from "./actes/annuler-commande.ts";
import { annulerSeance } from "./actes/annuler-seance.ts";
import { arreterDocumentSuivi } from "./actes/arreter-document-suivi.ts";
import { arreterFinancement } from "./actes/arreter-financement.ts";
import { autoriserCommunication } from "./actes/autoriser-communication.ts";
import { autoriserConservation } from "./actes/autoriser-conservation.ts";
import { cloreControle } from "./actes/clore-controle.ts";
import { clorePaiements } from "./actes/clore-paiements.ts";
import { communiquerDocument } from "./actes/communiquer-document.ts";
import { confirmerVolontariat } from "./actes/confirmer-volontariat.ts";
import { convenirPrestation } from "./actes/convenir-prestation.ts";
import { corrigerFait } from "./actes/corriger-fait.ts";
import { declarerEntree } from "./actes/declarer-entree.ts";
import { declarerServiceFait } from "./actes/declarer-service-fait.ts";
import { demanderAbsence } from "./actes/demander-absence.ts";
import { deplacerSeance } from "./actes/deplacer-seance.ts";
import { detruireContenus } from "./actes/detruire-contenus.ts";
import { ecrireResultats } from "./actes/ecrire-resultats.ts";
import { elaborerProjet } from "./actes/elaborer-projet.ts";
import { emettreCertificat } from "./actes/emettre-certificat.ts";
import { emettreDevis } from "./actes/emettre-devis.ts";
import { emettreFacture } from "./actes/emettre-facture.ts";
import { gelerPreuves } from "./actes/geler-preuves.ts";
import { informer } from "./actes/informer.ts";
import { informerCellule } from "./actes/informer-cellule.ts";
import { informerFinanceur } from "./actes/informer-financeur.ts";
import { justifierRepetition } from "./actes/justifier-repetition.ts";
import { leverGel } from "./actes/lever-gel.ts";
import { noterAbsence } from "./actes/noter-absence.ts";
import { noterDemande } from "./actes/noter-demande.ts";
import { noterEntretien } from "./actes/noter-entretien.ts";
import { noterEvenement } from "./actes/noter-evenement.ts";
import { noterPaiement } from "./actes/noter-paiement.ts";
import { noterRefus } from "./actes/noter-refus.ts";
import { noterValidation } from "./actes/noter-validation.ts";
import { noterVersement } from "./actes/noter-versement.ts";
import { orienter } from "./actes/orienter.ts";
import { ouvrirControle } from "./actes/ouvrir-controle.ts";
import { passerCommande } from "./actes/passer-commande.ts";
import { planifierSeance } from "./actes/planifier-seance.ts";
import { proposerContrat } from "./actes/proposer-contrat.ts";
import { proposerSuivi } from "./actes/proposer-suivi.ts";
import { recueillirConsentement } from "./actes/recueillir-consentement.ts";
import { redigerSynthese } from "./actes/rediger-synthese.ts";
import { remettreSynthese } from "./actes/remettre-synthese.ts";
import { remplirQuestionnaire } from "./actes/remplir-questionnaire.ts";
import { repondreCommande } from "./actes/repondre-commande.ts";
import { repondreControle } from "./actes/repondre-controle.ts";
import { retirerConservation } from "./actes/retirer-conservation.ts";
import { retracterContrat } from "./actes/retracter-contrat.ts";
import { revoquerCommunication } from "./actes/revoquer-communication.ts";
import { signerContrat } from "./actes/signer-contrat.ts";
import { signerConvention } from "./actes/signer-convention.ts";
import { signerSeance } from "./actes/signer-seance.ts";
import { tenirSeance } from "./actes/tenir-seance.ts";
import { tenirSuivi } from "./actes/tenir-suivi.ts";
import { terminerAvant } from "./actes/terminer-avant.ts";
import { transmettreConvention } from "./actes/transmettre-convention.ts";
import { utiliserTest } from "./actes/utiliser-test.ts";
import { verserTrace } from "./actes/verser-trace.ts";
import { verserTravail } from "./actes/verser-travail.ts";

/** Every act, in the order of a bilan. */
export const ACTES: readonly Acte[] = [
  noterDemande,
  noterEntretien,
  orienter,
  informer,
  recueillirConsentement,
  noterRefus,
  confirmerVolontariat,
  arreterFinancement,
  justifierRepetition,
  emettreDevis,
  accepterDevis,
  passerCommande,
  repondreCommande,
  accepterCommande,
  annulerCommande,
  transmettreConvention,
  signerConvention,
  proposerContrat,
  signerContrat,
  retracterContrat,
  noterVersement,
  demanderAbsence,
  declarerEntree,
  remplirQuestionnaire,
  arreterDocumentSuivi,
  planifierSeance,
  deplacerSeance,
  annulerSeance,
  tenirSeance,
  signerSeance,
  noterAbsence,
  verserTrace,
  ajusterDuree,
  noterEvenement,
  verserTravail,
  utiliserTest,
  elaborerProjet,
  ecrireResultats,
  redigerSynthese,
  remettreSynthese,
  proposerSuivi,
  tenirSuivi,
  autoriserCommunication,
  revoquerCommunication,
  communiquerDocument,
  terminerAvant,
  declarerServiceFait,
  noterValidation,
  emettreFacture,
  noterPaiement,
  clorePaiements,
  emettreCertificat,
  informerCellule,
  informerFinanceur,
  autoriserConservation,
  retirerConservation,
  detruireContenus,
  convenirPrestation,
  ouvrirControle,
  repondreControle,
  cloreControle,
  gelerPreuves,
  leverGel,
  corrigerFait,
];

const parNom = new Map(ACTES.map((a) => [a.nom, a]));

/** The act of that name, as an address or a form sends it; undefined for anything else. */
export function acteDeNom(nom: string): Acte | undefined {
  return parNom.get(nom);
}

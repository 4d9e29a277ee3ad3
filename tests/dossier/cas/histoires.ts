import type { Reponses } from "../essai.ts";
import { ACCUEIL, CONCLUSION, INVESTIGATION, type Pas, PRELIMINAIRE, VENTE_CPF } from "../recits.ts";
import type { RefusAttendu } from "./cas.ts";

export const APPELE = ACCUEIL.slice(0, 1);
export const ENGAGE: readonly Pas[] = [...ACCUEIL, ...VENTE_CPF];
export const PREMIERES: readonly Pas[] = [...ENGAGE, ...PRELIMINAIRE];
export const EN_COURS: readonly Pas[] = [...PREMIERES, ...INVESTIGATION];
export const TERME: readonly Pas[] = [...EN_COURS, ...CONCLUSION];
export const FACTURE: Pas = ["2026-11-18", "emettreFacture", { numero: "F-1" }];
export const GEL: Pas = ["2026-11-20", "gelerPreuves", { motif: "litige", jusquAu: "20/05/2027" }];
export const LETTRE: Pas = ["2026-11-20", "ouvrirControle", { organe: "cdc", echeance: "04/12/2026" }];
export const ACCORD: Pas = ["2026-11-16", "autoriserCommunication", { destinataire: "cep", accord: "oui" }];
export const ACCORD_NOMME: Pas = [
  "2026-11-16",
  "autoriserCommunication",
  { destinataire: "autre", lecteur: "Sacha Inventé", accord: "oui" },
];
export const GARDE: Pas = ["2026-11-16", "autoriserConservation"];
export const RECLASSEMENT: Pas = [
  "2026-09-07",
  "arreterFinancement",
  { principal: "conge_reclassement", surTempsDeTravail: "oui", anterieur: "aucun" },
];
export const SEULE: Pas = [
  "2026-09-07",
  "arreterFinancement",
  { principal: "fonds_propres", surTempsDeTravail: "non", anterieur: "aucun" },
];
export const CONTRAT: Pas = [
  "2026-09-10",
  "signerContrat",
  { mentions: ["programme", "prerequis", "conditions", "references", "paiement"] },
];
export const A_DISTANCE: Pas = [
  "2026-09-28",
  "tenirSeance",
  { modalite: "distanciel", themes: ["analyse_demande"], lieu: "https://visio.exemple.fr" },
];
export const PLANIFIEE: Pas = [
  "2026-09-15",
  "planifierSeance",
  { jour: "28/09/2026", debut: "9 h 30", fin: "11 h 30", modalite: "presentiel" },
];
export const ENFANT: Reponses = { date: "31/08/2026" };
export const AVANT_LA_DEMANDE = "Cette date vient avant la demande, qui est du 1er septembre 2026.";
export const AVANT_L_ENTRETIEN = "Cette date vient avant l’entretien préalable, qui est du 3 septembre 2026.";
export const AVANT_LA_FIN = "Cette date vient avant la fin du bilan, qui est du 16 novembre 2026.";

export const trop = (phrase: string): RefusAttendu => ({
  reponses: { date: "31/08/2026" },
  champ: "date",
  phrase,
});

import { ACCUEIL, DEVIS, MENTIONS_TROIS, PRELIMINAIRE, VENTE_CPF, VENTE_EMPLOYEUR } from "../recits.ts";
import type { Cas } from "./cas.ts";
import { AVANT_L_ENTRETIEN, AVANT_LA_DEMANDE, CONTRAT, ENGAGE, PREMIERES, SEULE } from "./histoires.ts";

/** From the devis to the entry. */
export const vente: Record<string, Cas> = {
  emettreDevis: {
    avant: [...ACCUEIL, VENTE_CPF[0]!],
    au: "2026-09-08",
    reponses: DEVIS,
    refus: [
      {
        reponses: { ...DEVIS, conclusion: "4 h" },
        champ: "duree",
        phrase: "Les trois phases font 19 h 30, pour 20 h en tout.",
      },
      { reponses: { ...DEVIS, date: "02/09/2026" }, champ: "date", phrase: AVANT_L_ENTRETIEN },
      {
        reponses: { ...DEVIS, duree: "25 h", investigation: "17 h" },
        champ: null,
        phrase: "25 h convenues : c’est 1 h de trop.",
      },
      {
        reponses: { ...DEVIS, mentionNda: "" },
        champ: null,
        phrase: "Le devis ne porte pas le numéro de déclaration d’activité.",
      },
    ],
  },
  accepterDevis: {
    avant: [...ACCUEIL, ...VENTE_CPF.slice(0, 2)],
    au: "2026-09-09",
    reponses: {},
    refus: [
      {
        reponses: { date: "06/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant le devis, qui est du 7 septembre 2026.",
      },
      { reponses: { version: "2" }, champ: "version", phrase: "Choisissez une des réponses proposées." },
      {
        avant: ACCUEIL,
        au: "2026-09-08",
        reponses: {},
        champ: null,
        phrase: "Aucun devis n’attend d’accord.",
      },
    ],
  },
  passerCommande: {
    avant: [...ACCUEIL, ...VENTE_CPF.slice(0, 3)],
    au: "2026-09-10",
    reponses: {},
    refus: [
      {
        reponses: { debutPrevu: "09/09/2026" },
        champ: "debutPrevu",
        phrase: "Cette date vient avant la commande, qui est du 10 septembre 2026.",
      },
      {
        reponses: { date: "06/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant le devis, qui est du 7 septembre 2026.",
      },
      {
        reponses: { date: "08/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant l’acceptation du devis, qui est du 9 septembre 2026.",
      },
      {
        avant: [...ACCUEIL, SEULE],
        reponses: {},
        champ: null,
        phrase: "Le CPF ne paie pas ce bilan : il n’y a pas de commande à noter.",
      },
      {
        avant: [...ACCUEIL, ...VENTE_CPF.slice(0, 4)],
        reponses: {},
        champ: null,
        phrase: "Une commande est déjà notée.",
      },
    ],
  },
  repondreCommande: {
    avant: [...ACCUEIL, ...VENTE_CPF.slice(0, 4)],
    au: "2026-09-11",
    reponses: {},
    refus: [
      {
        reponses: { date: "09/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant la commande, qui est du 10 septembre 2026.",
      },
      { avant: ACCUEIL, reponses: {}, champ: null, phrase: "Aucune commande n’est notée." },
      {
        avant: [...ACCUEIL, ...VENTE_CPF.slice(0, 5)],
        reponses: {},
        champ: null,
        phrase: "Une proposition a déjà été envoyée le 11 septembre 2026.",
      },
    ],
  },
  accepterCommande: {
    avant: [...ACCUEIL, ...VENTE_CPF.slice(0, 5)],
    au: "2026-09-14",
    reponses: {},
    refus: [
      {
        reponses: { date: "10/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant votre proposition, qui est du 11 septembre 2026.",
      },
      {
        avant: [...ACCUEIL, ...VENTE_CPF.slice(0, 4)],
        reponses: {},
        champ: null,
        phrase: "Aucune proposition n’attend d’acceptation.",
      },
    ],
  },
  annulerCommande: {
    avant: ENGAGE,
    au: "2026-09-15",
    reponses: { par: "titulaire", motif: "a changé d’avis" },
    refus: [
      {
        reponses: { par: "titulaire", motif: "a changé d’avis", date: "09/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant la commande, qui est du 10 septembre 2026.",
      },
      { avant: ACCUEIL, reponses: {}, champ: null, phrase: "Aucune commande n’est notée." },
    ],
  },
  transmettreConvention: {
    avant: [...ACCUEIL, ...VENTE_EMPLOYEUR.slice(0, 4)],
    au: "2026-09-10",
    reponses: { mentions: MENTIONS_TROIS, transmiseParEmployeurLe: "10/09/2026" },
    refus: [
      {
        reponses: { mentions: MENTIONS_TROIS, transmiseParEmployeurLe: "11/09/2026" },
        champ: "transmiseParEmployeurLe",
        phrase: "Cette date est dans le futur.",
      },
      {
        reponses: { mentions: MENTIONS_TROIS, clauseSynthese: "oui" },
        champ: null,
        phrase: "La convention prévoit de remettre la synthèse à un autre que la personne.",
      },
      {
        reponses: { mentions: MENTIONS_TROIS, forme: "bilaterale" },
        champ: null,
        phrase: "La convention ne lie que deux parties ; il en faut trois.",
      },
    ],
  },
  signerConvention: {
    avant: [...ACCUEIL, ...VENTE_EMPLOYEUR.slice(0, 6)],
    au: "2026-09-11",
    reponses: { par: "employeur", atteste: "oui" },
    refus: [
      {
        reponses: { par: "organisme", atteste: "oui" },
        champ: "par",
        phrase: "Cette signature est déjà notée.",
      },
      {
        reponses: { par: "beneficiaire", atteste: "oui", date: "09/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant la transmission par l’employeur, qui est du 10 septembre 2026.",
      },
      { avant: ACCUEIL, reponses: {}, champ: null, phrase: "Aucune convention n’a été transmise." },
    ],
  },
  proposerContrat: {
    avant: [...ACCUEIL, SEULE],
    au: "2026-09-10",
    reponses: { mentions: CONTRAT[2]!.mentions! },
    refus: [
      {
        reponses: { mentions: ["programme"] },
        champ: "mentions",
        phrase: "Il manque une mention : le contrat serait nul.",
      },
      {
        reponses: { mentions: CONTRAT[2]!.mentions!, date: "31/08/2026" },
        champ: "date",
        phrase: AVANT_LA_DEMANDE,
      },
      {
        avant: [...ACCUEIL, ...VENTE_CPF],
        reponses: { mentions: CONTRAT[2]!.mentions! },
        champ: null,
        phrase:
          "« Proposer le contrat » n’est pas possible : la commande est acceptée et la première séance n’a pas eu lieu.",
      },
    ],
  },
  signerContrat: {
    avant: [...ACCUEIL, SEULE],
    au: "2026-09-10",
    reponses: CONTRAT[2]!,
    refus: [
      {
        reponses: { mentions: ["programme"], date: "31/08/2026" },
        champ: "date",
        phrase: AVANT_LA_DEMANDE,
      },
      {
        reponses: { mentions: ["programme", "prerequis", "conditions", "references"] },
        champ: null,
        phrase:
          "Il manque au contrat, à peine de nullité : le paiement et les conditions financières d’un arrêt (5°).",
      },
    ],
  },
  retracterContrat: {
    avant: [...ACCUEIL, SEULE, CONTRAT],
    au: "2026-09-15",
    reponses: {},
    refus: [
      {
        reponses: { date: "09/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant la signature, qui est du 10 septembre 2026.",
      },
      { avant: ENGAGE, reponses: {}, champ: null, phrase: "Aucun contrat n’est noté." },
    ],
  },
  noterVersement: {
    avant: ENGAGE,
    au: "2026-09-15",
    reponses: { montant: "150", par: "beneficiaire" },
    refus: [
      {
        reponses: { montant: "0", par: "beneficiaire" },
        champ: "montant",
        phrase: "Indiquez un montant supérieur à zéro.",
      },
    ],
  },
  demanderAbsence: {
    avant: ENGAGE,
    au: "2026-09-15",
    reponses: {},
    refus: [
      {
        reponses: { debut: "14/09/2026" },
        champ: "debut",
        phrase: "Cette date vient avant la demande, qui est du 15 septembre 2026.",
      },
    ],
  },
  declarerEntree: {
    avant: PREMIERES,
    au: "2026-10-05",
    reponses: {},
    refus: [
      {
        reponses: { date: "27/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant l’entrée, qui est du 28 septembre 2026.",
      },
      {
        avant: [...PREMIERES, ["2026-10-05", "declarerEntree"]],
        reponses: {},
        champ: null,
        phrase: "L’entrée du 28 septembre 2026 est déjà déclarée.",
      },
      {
        avant: [...ACCUEIL, ...VENTE_EMPLOYEUR, ...PRELIMINAIRE],
        reponses: {},
        champ: null,
        phrase: "Le CPF ne paie pas ce bilan : il n’y a pas d’entrée à déclarer dans EDOF.",
      },
    ],
  },
};

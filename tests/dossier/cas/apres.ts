import { BILAN_CPF } from "../recits.ts";
import type { Cas } from "./cas.ts";
import { ACCORD, ACCORD_NOMME, AVANT_LA_FIN, EN_COURS, FACTURE, PREMIERES, TERME } from "./histoires.ts";

/** The end, and what is paid. */
export const apres: Record<string, Cas> = {
  tenirSuivi: {
    avant: BILAN_CPF,
    au: "2027-05-18",
    reponses: {},
    refus: [
      { reponses: { date: "15/11/2026" }, champ: "date", phrase: AVANT_LA_FIN },
      {
        avant: [...BILAN_CPF, ["2027-05-18", "tenirSuivi"]],
        reponses: {},
        champ: null,
        phrase: "L’entretien de suivi du 18 mai 2027 est déjà noté.",
      },
    ],
  },
  autoriserCommunication: {
    avant: EN_COURS,
    au: "2026-11-13",
    reponses: { destinataire: "cep", accord: "oui" },
    refus: [
      {
        reponses: { destinataire: "cep" },
        champ: "accord",
        phrase: "Sans accord écrit de la personne, rien ne peut être communiqué.",
      },
      {
        reponses: { destinataire: "autre", accord: "oui" },
        champ: "lecteur",
        phrase: "Écrivez qui est cette autre personne : l’accord doit la nommer.",
      },
      {
        reponses: { destinataire: "autre", lecteur: "Sacha", accord: "oui" },
        champ: "lecteur",
        phrase: "Écrivez le prénom, puis le nom.",
      },
      {
        reponses: { destinataire: "cep", lecteur: "Sacha Inventé", accord: "oui" },
        champ: "lecteur",
        phrase: "Ce destinataire se dit sans nom : laissez vide.",
      },
      {
        avant: [...TERME, ACCORD],
        au: "2026-11-16",
        reponses: { destinataire: "cep", accord: "oui" },
        champ: "destinataire",
        phrase: "La personne a déjà donné cet accord.",
      },
    ],
  },
  revoquerCommunication: {
    avant: [...TERME, ACCORD],
    au: "2026-11-17",
    reponses: {},
    refus: [
      {
        reponses: { date: "15/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant l’accord, qui est du 16 novembre 2026.",
      },
      { avant: TERME, reponses: {}, champ: null, phrase: "La personne n’a donné aucun accord." },
    ],
  },
  communiquerDocument: {
    avant: [...TERME, ACCORD],
    au: "2026-11-17",
    reponses: {},
    refus: [
      {
        reponses: { document: "synthese", destinataire: "employeur" },
        champ: null,
        phrase:
          "La synthèse est allée à l’employeur le 17 novembre 2026, sans que la personne l’ait demandé ni accepté.",
      },
      {
        reponses: { date: "12/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant la synthèse, qui est du 13 novembre 2026.",
      },
      {
        reponses: { destinataire: "autre" },
        champ: "destinataire",
        phrase: "Aucun accord de la personne ne nomme cette autre personne.",
      },
      {
        avant: [...TERME, ACCORD_NOMME],
        reponses: { destinataire: "autre", accord: "" },
        champ: "accord",
        phrase: "Dites à qui : une personne que nomme un accord.",
      },
      {
        avant: [...TERME, ACCORD_NOMME],
        reponses: { destinataire: "cep" },
        champ: "accord",
        phrase: "Ce destinataire se dit sans nom : laissez vide.",
      },
      {
        avant: [...TERME, ACCORD_NOMME],
        reponses: { document: "resultats_detailles" },
        champ: "accord",
        phrase: "Cet accord est pour un autre document.",
      },
    ],
  },
  terminerAvant: {
    avant: PREMIERES,
    au: "2026-10-08",
    reponses: { forceMajeure: "non", responsable: "beneficiaire", motif: "nouvel emploi" },
    refus: [
      {
        reponses: { forceMajeure: "non", responsable: "beneficiaire", motif: "x", date: "04/10/2026" },
        champ: "date",
        phrase: "Cette date vient avant la dernière séance tenue, qui est du 5 octobre 2026.",
      },
      {
        au: "2026-10-13",
        reponses: { forceMajeure: "non", responsable: "beneficiaire", motif: "x" },
        champ: "date",
        phrase: "On ne sait pas encore si cette séance a eu lieu : Séance 3, 12 oct. 2026 à 9 h 30.",
      },
    ],
  },
  declarerServiceFait: {
    avant: TERME,
    au: "2026-11-17",
    reponses: { titulaireInforme: "oui" },
    refus: [
      {
        reponses: { titulaireInforme: "oui", date: "15/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant la sortie, qui est du 16 novembre 2026.",
      },
      {
        reponses: { titulaireInforme: "oui", minutesDeclarees: "24 h" },
        champ: null,
        phrase: "24 h et 100 % déclarés, pour 20 h faites sur 20 h prévues, soit 100 %.",
      },
      {
        reponses: { titulaireInforme: "oui", tauxDeclare: "101" },
        champ: "tauxDeclare",
        phrase: "Indiquez un taux entre 0 et 100.",
      },
    ],
  },
  noterValidation: {
    avant: BILAN_CPF,
    au: "2026-11-18",
    reponses: {},
    refus: [
      {
        reponses: { date: "16/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant la déclaration du service fait, qui est du 17 novembre 2026.",
      },
      {
        avant: [...BILAN_CPF, ["2026-11-18", "noterValidation"]],
        reponses: {},
        champ: null,
        phrase: "Le service fait est déjà validé depuis le 18 novembre 2026.",
      },
    ],
  },
  emettreFacture: {
    avant: BILAN_CPF,
    au: "2026-11-18",
    reponses: { numero: "F-1" },
    refus: [
      { reponses: { numero: "F-1", date: "15/11/2026" }, champ: "date", phrase: AVANT_LA_FIN },
      {
        avant: [...BILAN_CPF, FACTURE],
        reponses: { numero: "F-1" },
        champ: "numero",
        phrase: "Une autre facture porte déjà ce numéro.",
      },
      {
        reponses: { numero: "F-1", autreMontant: "80" },
        champ: "autreNature",
        phrase: "Dites ce que cette ligne fait payer.",
      },
      {
        reponses: { numero: "F-1", autreNature: "travail_personnel" },
        champ: "autreMontant",
        phrase: "Indiquez son montant.",
      },
      {
        reponses: { numero: "F-1", autreNature: "travail_personnel", autreMontant: "80" },
        champ: null,
        phrase: "La facture F-1 fait payer du travail personnel au CPF : 80,00 € à retirer.",
      },
    ],
  },
  noterPaiement: {
    avant: [...BILAN_CPF, FACTURE],
    au: "2026-12-10",
    reponses: {},
    refus: [
      {
        reponses: { date: "17/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant la facture, qui est du 18 novembre 2026.",
      },
      { avant: BILAN_CPF, reponses: {}, champ: null, phrase: "Aucune facture n’attend de paiement." },
    ],
  },
  clorePaiements: {
    avant: [...BILAN_CPF, FACTURE],
    au: "2026-12-10",
    reponses: {},
    refus: [
      {
        reponses: { date: "17/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant la dernière facture ou son paiement, qui est du 18 novembre 2026.",
      },
      {
        avant: [...BILAN_CPF, FACTURE, ["2026-12-01", "noterPaiement"]],
        reponses: {},
        champ: null,
        phrase: "Toutes les factures sont payées : rien n’est attendu.",
      },
      {
        avant: [...BILAN_CPF, ["2026-12-01", "clorePaiements"]],
        reponses: {},
        champ: null,
        phrase: "C’est déjà noté, au 1er décembre 2026, et rien n’a été facturé ni payé depuis.",
      },
    ],
  },
  emettreCertificat: {
    avant: BILAN_CPF,
    au: "2026-11-18",
    reponses: {},
    refus: [
      {
        reponses: { minutes: "21 h" },
        champ: "minutes",
        phrase: "Les séances tenues font 20 h : un certificat ne dit pas plus.",
      },
      { reponses: { date: "15/11/2026" }, champ: "date", phrase: AVANT_LA_FIN },
    ],
  },
};

import { ACCUEIL, DEMANDE, ENTRETIEN } from "../recits.ts";
import type { Cas } from "./cas.ts";
import { APPELE, AVANT_L_ENTRETIEN, AVANT_LA_DEMANDE, ENFANT, ENGAGE, trop } from "./histoires.ts";

/** Before the sale. */
export const accueil: Record<string, Cas> = {
  noterDemande: {
    avant: [],
    au: "2026-09-01",
    reponses: DEMANDE,
    refus: [
      {
        reponses: { ...DEMANDE, date: "02/09/2026" },
        champ: "date",
        phrase: "Cette date est dans le futur : un fait a déjà eu lieu.",
      },
      {
        reponses: { donneesDemandees: ["identite"] },
        champ: "origine",
        phrase: "Choisissez « Qui est à l’origine de la demande ».",
      },
      {
        avant: APPELE,
        reponses: DEMANDE,
        champ: null,
        phrase: "La demande du 1er septembre 2026 est déjà notée.",
      },
    ],
  },
  noterEntretien: {
    avant: APPELE,
    au: "2026-09-03",
    reponses: ENTRETIEN,
    refus: [
      { ...trop(AVANT_LA_DEMANDE), reponses: { ...ENTRETIEN, ...ENFANT } },
      {
        reponses: { ...ENTRETIEN, duree: "0" },
        champ: "duree",
        phrase: "Indiquez une durée d’au moins une minute.",
      },
      {
        avant: ACCUEIL,
        au: "2026-09-08",
        reponses: ENTRETIEN,
        champ: null,
        phrase: "L’entretien du 3 septembre 2026 est déjà noté.",
      },
    ],
  },
  orienter: {
    avant: ACCUEIL,
    au: "2026-09-08",
    reponses: { vers: "cep" },
    refus: [
      {
        reponses: { vers: "cep", date: "02/09/2026" },
        champ: "date",
        phrase: AVANT_L_ENTRETIEN,
      },
    ],
  },
  informer: {
    avant: APPELE,
    au: "2026-09-03",
    reponses: { points: ["objectifs"] },
    refus: [
      { ...trop(AVANT_LA_DEMANDE), reponses: { points: ["objectifs"], date: "31/08/2026" } },
      {
        reponses: { points: [] },
        champ: "points",
        phrase: "Cochez au moins une réponse : « Ce que le document remis contient ».",
      },
    ],
  },
  recueillirConsentement: {
    avant: APPELE,
    au: "2026-09-03",
    reponses: { donne: "oui" },
    refus: [
      {
        reponses: {},
        champ: "donne",
        phrase: "Cochez la case si la personne consent. Sinon, notez qu’elle ne donne pas suite.",
      },
      { ...trop(AVANT_LA_DEMANDE), reponses: { donne: "oui", date: "31/08/2026" } },
    ],
  },
  noterRefus: { avant: ACCUEIL, au: "2026-09-08", reponses: {}, refus: [trop(AVANT_LA_DEMANDE)] },
  confirmerVolontariat: {
    avant: ACCUEIL,
    au: "2026-09-08",
    reponses: { canal: "direct" },
    refus: [{ ...trop(AVANT_LA_DEMANDE), reponses: { canal: "direct", date: "31/08/2026" } }],
  },
  arreterFinancement: {
    avant: ACCUEIL,
    au: "2026-09-08",
    reponses: { principal: "cpf", anterieur: "aucun" },
    refus: [
      {
        reponses: { principal: "cpf", anterieur: "oui" },
        champ: "anterieurFinanceur",
        phrase: "Indiquez qui a payé ce bilan.",
      },
      {
        reponses: {
          principal: "cpf",
          anterieur: "oui",
          anterieurFinanceur: "cpf",
          anterieurFinanceLe: "01/03/2020",
          anterieurTermineLe: "01/02/2020",
        },
        champ: "anterieurTermineLe",
        phrase: "Ce bilan ne peut pas avoir fini avant son financement.",
      },
      {
        reponses: { principal: "cpf", anterieur: "aucun", anterieurFinanceur: "cpf" },
        champ: "anterieur",
        phrase: "Vous décrivez un bilan antérieur : répondez « Oui ».",
      },
    ],
  },
  justifierRepetition: {
    avant: [
      ...ACCUEIL,
      [
        "2026-09-07",
        "arreterFinancement",
        {
          principal: "fonds_propres",
          anterieur: "oui",
          anterieurFinanceur: "employeur",
          anterieurFinanceLe: "01/03/2026",
        },
      ],
    ],
    au: "2026-09-08",
    reponses: { motif: "licenciement" },
    refus: [
      {
        avant: ENGAGE,
        au: "2026-09-15",
        reponses: {},
        champ: null,
        phrase: "Aucun bilan antérieur n’est noté.",
      },
    ],
  },
};

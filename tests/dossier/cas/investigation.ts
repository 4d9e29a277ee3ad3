import { CONCLUSION } from "../recits.ts";
import type { Cas } from "./cas.ts";
import { AVANT_L_ENTRETIEN, AVANT_LA_DEMANDE, EN_COURS, PREMIERES, TERME, trop } from "./histoires.ts";

const REMIS = { documents: ["synthese", "resultats_detailles"] };

/** The conclusion up to the synthesis, and no further. */
const ECRITE = CONCLUSION.slice(0, CONCLUSION.findIndex(([, acte]) => acte === "redigerSynthese") + 1);

/** The work itself, up to the remise. */
export const investigation: Record<string, Cas> = {
  ajusterDuree: {
    avant: PREMIERES,
    au: "2026-10-06",
    reponses: { duree: "22 h", motif: "un second projet à explorer", signe: "oui" },
    refus: [
      {
        reponses: { duree: "20 h", motif: "rien" },
        champ: "duree",
        phrase: "C’est déjà la durée prévue.",
      },
      {
        reponses: { duree: "2 h", motif: "moins" },
        champ: "duree",
        phrase: "3 h 30 ont déjà eu lieu : la durée ne peut pas être plus courte.",
      },
      {
        reponses: { duree: "30 h", motif: "plus" },
        champ: null,
        phrase: "30 h convenues : c’est 6 h de trop.",
      },
    ],
  },
  noterEvenement: {
    avant: PREMIERES,
    au: "2026-10-06",
    reponses: { nature: "maladie", preuve: "arrêt de travail", jusquAu: "20/10/2026" },
    refus: [
      {
        reponses: { nature: "maladie", jusquAu: "01/10/2026" },
        champ: "jusquAu",
        phrase: "Cette date vient avant l’événement, qui est du 6 octobre 2026.",
      },
    ],
  },
  verserTravail: {
    avant: PREMIERES,
    au: "2026-10-06",
    reponses: { nature: "enquête", contenu: "Trois ateliers visités." },
    refus: [{ ...trop(AVANT_LA_DEMANDE), reponses: { nature: "enquête", date: "31/08/2026" } }],
  },
  utiliserTest: {
    avant: PREMIERES,
    au: "2026-10-06",
    reponses: { instrument: "IRMR", reserve: "aucune", consentement: "oui" },
    refus: [
      {
        reponses: { instrument: "IRMR", reserve: "aucune", consentement: "oui", date: "02/09/2026" },
        champ: "date",
        phrase: AVANT_L_ENTRETIEN,
      },
      {
        reponses: { instrument: "NEO PI-R", reserve: "psychologue", consentement: "oui" },
        champ: null,
        phrase:
          "« NEO PI-R », utilisé le 6 octobre 2026 par Nadia Benali, est réservé aux psychologues : aucun titre n’est au dossier.",
      },
    ],
  },
  elaborerProjet: {
    avant: PREMIERES,
    au: "2026-10-06",
    reponses: { pertinenceVerifiee: "oui", formation: "non" },
    refus: [
      {
        reponses: { pertinenceVerifiee: "oui", formation: "non", alternatives: "21" },
        champ: "alternatives",
        phrase: "Indiquez un nombre entre 0 et 20.",
      },
    ],
  },
  redigerSynthese: {
    avant: EN_COURS,
    au: "2026-11-13",
    reponses: { circonstances: "À sa demande." },
    refus: [
      { reponses: {}, champ: "circonstances", phrase: "Écrivez au moins une des trois parties." },
      {
        avant: [...EN_COURS, ECRITE.at(-1)!],
        reponses: { projet: "Un CAP.", date: "12/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant la version précédente, qui est du 13 novembre 2026.",
      },
    ],
  },
  ecrireResultats: {
    avant: EN_COURS,
    au: "2026-11-13",
    reponses: { intitule: "entretiens d’exploration", resultats: "Le travail manuel." },
    refus: [
      { reponses: { intitule: "entretiens" }, champ: "resultats", phrase: "Écrivez les résultats." },
      {
        reponses: { intitule: "entretiens", resultats: "Le bois.", date: "02/09/2026" },
        champ: "date",
        phrase: AVANT_L_ENTRETIEN,
      },
    ],
  },
  remettreSynthese: {
    avant: [...EN_COURS, ...CONCLUSION.slice(0, -2)],
    au: "2026-11-16",
    reponses: { ...REMIS, nom: "Alix Martin", recu: "oui" },
    refus: [
      {
        avant: [...EN_COURS, ...CONCLUSION.slice(0, -2).filter(([, acte]) => acte !== "ecrireResultats")],
        reponses: { ...REMIS, nom: "Alix Martin", recu: "oui" },
        champ: "documents",
        phrase: "Les résultats détaillés ne sont pas écrits dans ce dossier.",
      },
      {
        reponses: { ...REMIS, recu: "oui" },
        champ: "nom",
        phrase: "La personne écrit son prénom et son nom pour signer son reçu.",
      },
      {
        reponses: { ...REMIS, nom: "Alix Martin" },
        champ: "recu",
        phrase: "La personne coche la case pour signer son reçu.",
      },
      {
        reponses: { ...REMIS, nom: "Alix Martin", recu: "oui", date: "12/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant la dernière version de la synthèse, qui est du 13 novembre 2026.",
      },
      {
        reponses: { nom: "Alix Martin", recu: "oui", documents: ["synthese"] },
        champ: null,
        phrase: "Les résultats détaillés ne sont pas parmi les documents remis.",
      },
      {
        avant: EN_COURS,
        reponses: {},
        champ: null,
        phrase: "La synthèse n’est pas encore écrite.",
      },
      {
        avant: [...EN_COURS, ["2026-11-06", "redigerSynthese", { projet: "Un CAP." }]],
        reponses: {},
        champ: null,
        phrase: "La dernière version ne dit pas les circonstances du bilan et les compétences et aptitudes.",
      },
      {
        avant: [...EN_COURS, ...ECRITE],
        reponses: {},
        champ: null,
        phrase: "Il reste 1 séance au calendrier.",
      },
    ],
  },
  proposerSuivi: {
    avant: EN_COURS,
    au: "2026-11-13",
    reponses: { reponse: "attente" },
    refus: [
      {
        reponses: { reponse: "accepte", prevuLe: "12/11/2026" },
        champ: "prevuLe",
        phrase: "Cette date vient avant la proposition, qui est du 13 novembre 2026.",
      },
      {
        avant: [...TERME, ["2026-11-16", "tenirSuivi"]],
        au: "2026-11-16",
        reponses: {},
        champ: null,
        phrase: "L’entretien de suivi a déjà eu lieu.",
      },
    ],
  },
};

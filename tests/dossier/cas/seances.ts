import type { Cas } from "./cas.ts";
import { A_DISTANCE, APPELE, ENGAGE, PLANIFIEE, PREMIERES } from "./histoires.ts";

/** The calendar and the sessions. */
export const seances: Record<string, Cas> = {
  remplirQuestionnaire: {
    avant: APPELE,
    au: "2026-09-03",
    reponses: { rubriques: ["parcours"], reponses: "Vingt ans de bureau." },
    refus: [
      {
        reponses: { rubriques: ["parcours"], moment: "preliminaire", compare: "oui" },
        champ: "compare",
        phrase: "Il n’y a pas de premier questionnaire à comparer.",
      },
      {
        reponses: { rubriques: ["parcours"], moment: "entretien", compare: "oui" },
        champ: "compare",
        phrase: "La comparaison se fait avec le second questionnaire, en phase préliminaire.",
      },
    ],
  },
  arreterDocumentSuivi: {
    avant: PREMIERES,
    au: "2026-10-06",
    reponses: { conjointement: "oui", disponibiliteVerifiee: "oui" },
    refus: [
      {
        reponses: { conjointement: "oui", disponibiliteVerifiee: "oui", preliminaire: "4 h" },
        champ: "duree",
        phrase: "Les trois phases font 20 h 30, pour 20 h en tout.",
      },
      {
        reponses: { conjointement: "oui", disponibiliteVerifiee: "oui", fin: "01/09/2026" },
        champ: "fin",
        phrase: "Cette date vient avant la première séance, qui est du 28 septembre 2026.",
      },
      {
        reponses: {
          conjointement: "oui",
          disponibiliteVerifiee: "oui",
          duree: "3 h",
          preliminaire: "3 h",
          investigation: "0",
          conclusion: "0",
        },
        champ: "duree",
        phrase: "3 h 30 ont déjà eu lieu : la durée ne peut pas être plus courte.",
      },
    ],
  },
  planifierSeance: {
    avant: [...ENGAGE, PLANIFIEE],
    au: "2026-09-15",
    reponses: { jour: "05/10/2026", debut: "9 h", fin: "11 h" },
    refus: [
      {
        reponses: { jour: "05/10/2026", debut: "11 h", fin: "9 h" },
        champ: "fin",
        phrase: "Indiquez une heure de fin après l’heure de début.",
      },
      {
        reponses: { jour: "14/09/2026", debut: "9 h", fin: "11 h" },
        champ: "jour",
        phrase: "Cette date est passée.",
      },
      {
        reponses: { jour: "28/09/2026", debut: "11 h", fin: "12 h" },
        champ: "debut",
        phrase: "Ces heures sont déjà prises : Séance 1, 28 sept. 2026 à 9 h 30, 2 h.",
      },
      {
        reponses: { jour: "05/10/2026", debut: "0 h", fin: "23 h" },
        champ: null,
        phrase: "25 h au calendrier : c’est 1 h de trop.",
      },
    ],
  },
  deplacerSeance: {
    avant: [...ENGAGE, PLANIFIEE],
    au: "2026-09-15",
    reponses: { jour: "30/09/2026" },
    refus: [
      {
        reponses: {},
        champ: "jour",
        phrase: "La séance est déjà à cette date et à ces heures.",
      },
      { avant: ENGAGE, reponses: {}, champ: null, phrase: "Aucune séance n’est prévue." },
    ],
  },
  annulerSeance: {
    avant: [...ENGAGE, PLANIFIEE],
    au: "2026-09-16",
    reponses: { motif: "à la demande de la personne" },
    refus: [{ avant: ENGAGE, reponses: {}, champ: null, phrase: "Aucune séance n’est prévue." }],
  },
  tenirSeance: {
    avant: [...ENGAGE, PLANIFIEE],
    au: "2026-09-28",
    reponses: { themes: ["analyse_demande"], notes: "Bien parti." },
    refus: [
      {
        reponses: { themes: ["analyse_demande"], fin: "9 h" },
        champ: "fin",
        phrase: "Indiquez une heure de fin après l’heure de début.",
      },
      {
        reponses: { themes: ["analyse_demande"], fait: "3 h" },
        champ: "fait",
        phrase: "3 h en face à face ne tiennent pas dans une séance de 2 h.",
      },
      {
        reponses: { themes: ["analyse_demande"], fait: "0" },
        champ: "fait",
        phrase: "Une séance tenue dure au moins une minute.",
      },
      {
        reponses: { themes: ["analyse_demande"], seance: "s9" },
        champ: "seance",
        phrase: "Choisissez une des réponses proposées.",
      },
      {
        reponses: { themes: ["analyse_demande"], seance: "non_prevue" },
        champ: "debut",
        phrase: "Ces heures sont déjà prises : Séance 1, 28 sept. 2026 à 9 h 30, 2 h.",
      },
      {
        avant: [
          ...ENGAGE,
          PLANIFIEE,
          ["2026-09-15", "planifierSeance", { jour: "05/10/2026", debut: "9 h", fin: "11 h" }],
        ],
        reponses: { themes: ["analyse_demande"], seance: "s2" },
        champ: "seance",
        phrase:
          "Vous avez choisi une autre séance, mais la date est celle de : Séance 1, 28 sept. 2026 à 9 h 30.",
      },
    ],
  },
  signerSeance: {
    avant: [...ENGAGE, PLANIFIEE, ["2026-09-28", "tenirSeance", { themes: ["analyse_demande"] }]],
    au: "2026-09-28",
    reponses: { par: "beneficiaire", nom: "Alix Martin", atteste: "oui" },
    refus: [
      {
        reponses: { par: "beneficiaire", nom: "Alix Martin" },
        champ: "atteste",
        phrase: "Cochez la case pour signer. Si ce n’est pas exact, corrigez d’abord la séance.",
      },
      {
        reponses: { par: "beneficiaire", nom: "Alix Martin", atteste: "oui", date: "27/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant la séance, qui est du 28 septembre 2026.",
      },
      {
        avant: [
          ...ENGAGE,
          PLANIFIEE,
          ["2026-09-28", "tenirSeance", { themes: ["analyse_demande"] }],
          ["2026-09-28", "signerSeance", { nom: "Alix Martin", atteste: "oui" }],
        ],
        reponses: { par: "beneficiaire", nom: "Alix Martin", atteste: "oui" },
        champ: "par",
        phrase: "Cette séance porte déjà cette signature.",
      },
      {
        avant: PREMIERES,
        au: "2026-10-06",
        reponses: {},
        champ: null,
        phrase: "Aucune séance n’attend de signature.",
      },
    ],
  },
  noterAbsence: {
    avant: [...ENGAGE, PLANIFIEE],
    au: "2026-09-28",
    reponses: { preuve: "arrêt de travail" },
    refus: [
      {
        reponses: { date: "27/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant la séance, qui est du 28 septembre 2026.",
      },
      { avant: ENGAGE, reponses: {}, champ: null, phrase: "Aucune séance n’est prévue." },
    ],
  },
  verserTrace: {
    avant: [...ENGAGE, PLANIFIEE, A_DISTANCE],
    au: "2026-09-28",
    reponses: {},
    refus: [
      {
        avant: [...ENGAGE, PLANIFIEE, A_DISTANCE, ["2026-09-28", "verserTrace"]],
        reponses: { seance: "s1" },
        champ: "nature",
        phrase: "Cette trace est déjà versée pour cette séance.",
      },
      {
        avant: PREMIERES,
        au: "2026-10-06",
        reponses: {},
        champ: null,
        phrase: "Aucune séance à distance n’a été tenue.",
      },
    ],
  },
};

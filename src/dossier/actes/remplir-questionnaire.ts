import type { Etat } from "../../law/etat.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champCase, champChoix, champChoixMultiples, champContenu, champJour } from "../champ.ts";
import { questionnaireRempli } from "../faits/deroulement.ts";
import { optionsMoment, optionsRubriques } from "../options-deroulement.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const premierJeu = (etat: Etat) => etat.questionnaires.findLast((q) => q.moment === "entretien");

function aideComparaison(etat: Etat): string {
  const premier = premierJeu(etat);
  return premier === undefined
    ? "Aucun premier questionnaire n’est encore au dossier."
    : `Relisez avec la personne ses réponses du ${formatJour(premier.date)} : le temps a passé.`;
}

export const remplirQuestionnaire = defineActe({
  nom: "remplirQuestionnaire",
  titre: "Verser un questionnaire",
  chapeau: "Les mêmes questions sont posées deux fois : à l’entretien, puis en phase préliminaire.",
  nature: "constat",
  champs: (etat) => ({
    date: champJour({ libelle: "Date" }),
    moment: champChoix({ libelle: "À quel moment", options: optionsMoment }),
    rubriques: champChoixMultiples({
      libelle: "Ce qui a été demandé",
      aide: "Seulement ce qui sert au projet.",
      min: 1,
      options: optionsRubriques,
    }),
    reponses: champContenu({
      libelle: "Les réponses de la personne",
      aide: "Elles sont scellées. Vous seul et la personne pourrez les lire.",
    }),
    signe: champCase({ libelle: "La personne l’a rempli et signé" }),
    compare: champCase({
      libelle: "Les deux jeux de réponses ont été comparés",
      aide: aideComparaison(etat),
    }),
  }),
  valeurs: (etat, contexte) => {
    const premier = premierJeu(etat);
    return {
      date: formatJourSaisie(contexte.au),
      moment: premier === undefined ? "entretien" : "preliminaire",
      rubriques: premier?.rubriques ?? [],
    };
  },
  decider: (etat, { date, moment, rubriques, reponses, signe, compare }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        compare &&
          moment === "entretien" &&
          refus("compare", "La comparaison se fait avec le second questionnaire, en phase préliminaire."),
        compare &&
          moment === "preliminaire" &&
          premierJeu(etat) === undefined &&
          refus("compare", "Il n’y a pas de premier questionnaire à comparer."),
      ],
      () => [
        questionnaireRempli.nouveau(date, {
          moment,
          rubriques,
          compare,
          reponses,
          signatures: signe ? [{ par: "beneficiaire", le: date }] : [],
        }),
      ],
    ),
});

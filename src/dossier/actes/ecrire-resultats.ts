import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champContenu, champJour, champTexte } from "../champ.ts";
import { resultatsEcrits } from "../faits/conclusion.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const ecrireResultats = defineActe({
  nom: "ecrireResultats",
  titre: "Écrire les résultats détaillés",
  chapeau:
    "Ce que les tests, les exercices et les entretiens ont donné. C’est un autre document que la synthèse : la personne reçoit les deux.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date" }),
    intitule: champTexte({
      libelle: "De quoi ce sont les résultats",
      aide: "Par exemple : entretiens d’exploration, questionnaire d’intérêts. Ce titre ne dit rien de ce qui a été trouvé.",
    }),
    resultats: champContenu({
      libelle: "Les résultats",
      attendu: true,
      aide: "Ils sont scellés. Vous seul et la personne pourrez les lire.",
    }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, intitule, resultats }) =>
    sauf(
      [
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        resultats === null && refus("resultats", "Écrivez les résultats."),
      ],
      () => [resultatsEcrits.nouveau(date, { intitule, resultats: resultats! })],
    ),
});

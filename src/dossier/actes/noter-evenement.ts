import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection, champTexte, facultatif } from "../champ.ts";
import { evenementSurvenu } from "../faits/deroulement.ts";
import { optionsEvenements } from "../options-deroulement.ts";
import { pasAvant, sauf } from "../refus.ts";

export const noterEvenement = defineActe({
  nom: "noterEvenement",
  titre: "Noter un événement inattendu",
  chapeau: "Ce qui oblige à étaler le calendrier. Sans preuve ni date, l’étalement n’est pas justifié.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de l’événement" }),
    nature: champSelection({ libelle: "Ce qui est arrivé", options: optionsEvenements }),
    preuve: facultatif(
      champTexte({
        libelle: "Preuve reçue",
        aide: "Sa nature seulement, par exemple : arrêt de travail. Jamais de détail sur la santé.",
      }),
    ),
    jusquAu: facultatif(champJour({ libelle: "Jusqu’à quelle date" })),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, ...donnees }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        pasAvant(donnees.jusquAu ?? date, date, "l’événement", "jusquAu"),
      ],
      () => [evenementSurvenu.nouveau(date, donnees)],
    ),
});

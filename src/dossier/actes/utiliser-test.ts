import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champContenu, champJour, champOuiNon, champSelection, champTexte } from "../champ.ts";
import { testUtilise } from "../faits/deroulement.ts";
import { optionsIntervenants } from "../options.ts";
import { optionsReserve } from "../options-deroulement.ts";
import { pasAvant, sauf } from "../refus.ts";

export const utiliserTest = defineActe({
  nom: "utiliserTest",
  titre: "Utiliser un test",
  chapeau:
    "Un test réservé aux psychologues demande ce titre, pour le faire passer comme pour l’interpréter.",
  nature: "decision",
  champs: (etat) => ({
    date: champJour({ libelle: "Date" }),
    instrument: champTexte({ libelle: "Nom du test" }),
    reserve: champChoix({ libelle: "À qui sa fiche le réserve", options: optionsReserve }),
    intervenant: champSelection({ libelle: "Qui l’utilise", options: optionsIntervenants(etat) }),
    consentement: champOuiNon({
      libelle: "La personne est d’accord pour ce test",
      aide: "Dites-lui à quoi il sert. Elle peut le refuser.",
    }),
    resultats: champContenu({
      libelle: "Ses résultats",
      aide: "Ils sont scellés. Vous seul et la personne pourrez les lire.",
    }),
  }),
  valeurs: (_, contexte) => ({
    date: formatJourSaisie(contexte.au),
    intervenant: contexte.intervenant,
  }),
  decider: (etat, { date, reserve, ...donnees }) =>
    sauf([pasAvant(date, etat.entretien?.date, "l’entretien préalable")], () => [
      testUtilise.nouveau(date, { ...donnees, reserve: reserve === "inconnu" ? null : reserve }),
    ]),
});

import { jourDeLaFin } from "../../law/reference-day.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { suiviTenu } from "../faits/conclusion.ts";
import { dejaNote, pasAvant, sauf } from "../refus.ts";

export const tenirSuivi = defineActe({
  nom: "tenirSuivi",
  titre: "Noter l’entretien de suivi",
  chapeau: "Il fait le point avec la personne, plusieurs mois après. Il n’est pas compté dans les heures.",
  nature: "constat",
  champs: { date: champJour({ libelle: "Date de l’entretien de suivi" }) },
  obstacle: ({ entretienSuivi }) =>
    entretienSuivi?.tenuLe == null
      ? null
      : dejaNote(`L’entretien de suivi du ${formatJour(entretienSuivi.tenuLe)} est déjà noté.`),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date }) =>
    sauf([pasAvant(date, jourDeLaFin(etat), "la fin du bilan")], () => [suiviTenu.nouveau(date, {})]),
});

import { jourDuDebut } from "../../law/reference-day.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champJour, champSelection } from "../champ.ts";
import { prestationConvenue } from "../faits/conclusion.ts";
import { optionsFinanceurs } from "../options-financement.ts";
import { pasAvant, sauf } from "../refus.ts";

const natures = [
  { valeur: "cv_lettre", libelle: "Une aide pour son CV et ses lettres" },
  { valeur: "autre", libelle: "Une autre prestation" },
] as const;

export const convenirPrestation = defineActe({
  nom: "convenirPrestation",
  titre: "Convenir d’une prestation complémentaire",
  chapeau: "Après le bilan, à part, et jamais sur les heures du bilan.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date" }),
    nature: champChoix({ libelle: "Quelle prestation", options: natures }),
    financeur: champSelection({
      libelle: "Qui la paie",
      aide: "Le CPF ne paie pas une aide au CV.",
      options: optionsFinanceurs,
    }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au), financeur: "fonds_propres" }),
  decider: (etat, { date, ...donnees }) =>
    sauf([pasAvant(date, jourDuDebut(etat), "le début du bilan")], () => [
      prestationConvenue.nouveau(date, donnees),
    ]),
});

import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { serviceFaitValide } from "../faits/fin.ts";
import { dejaNote, pasAvant, sauf } from "../refus.ts";

export const noterValidation = defineActe({
  nom: "noterValidation",
  titre: "Noter la validation du service fait",
  chapeau: "Le financeur a validé le service fait. La facture peut suivre.",
  nature: "constat",
  champs: { date: champJour({ libelle: "Date de la validation" }) },
  obstacle: ({ serviceFait }) =>
    serviceFait?.valideLe == null
      ? null
      : dejaNote(`Le service fait est déjà validé depuis le ${formatJour(serviceFait.valideLe)}.`),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: ({ serviceFait }, { date }) =>
    sauf([pasAvant(date, serviceFait?.date, "la déclaration du service fait")], () => [
      serviceFaitValide.nouveau(date, {}),
    ]),
});

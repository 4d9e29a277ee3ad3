import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { refusNote } from "../faits/accueil.ts";
import { pasAvant, sauf } from "../refus.ts";

export const noterRefus = defineActe({
  nom: "noterRefus",
  titre: "Noter que la personne ne donne pas suite",
  chapeau: "Aucun motif n’est demandé et aucun n’est gardé : un refus n’est pas une faute.",
  nature: "constat",
  champs: { date: champJour({ libelle: "Date" }) },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date }) =>
    sauf([pasAvant(date, etat.demande?.date, "la demande")], () => [refusNote.nouveau(date, {})]),
});

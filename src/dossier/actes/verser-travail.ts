import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champContenu, champJour, champTexte } from "../champ.ts";
import { travailPersonnelVerse } from "../faits/deroulement.ts";
import { pasAvant, sauf } from "../refus.ts";

export const verserTravail = defineActe({
  nom: "verserTravail",
  titre: "Verser un travail de la personne",
  chapeau: "Ce qu’elle a fait entre les séances et qui sert à la synthèse. Aucune forme n’est imposée.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date" }),
    nature: champTexte({
      libelle: "Quel travail",
      aide: "Par exemple : enquête auprès d’un professionnel, recherche d’offres, exercice.",
    }),
    contenu: champContenu({
      libelle: "Ce qu’elle a écrit ou rapporté",
      aide: "Facultatif. Ce texte est scellé. Vous seul et la personne pourrez le lire.",
    }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, ...donnees }) =>
    sauf([pasAvant(date, etat.demande?.date, "la demande")], () => [
      travailPersonnelVerse.nouveau(date, donnees),
    ]),
});

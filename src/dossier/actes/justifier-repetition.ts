import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour, champTexteLong } from "../champ.ts";
import { repetitionJustifiee } from "../faits/financement.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const justifierRepetition = defineActe({
  nom: "justifierRepetition",
  titre: "Justifier un nouveau bilan",
  chapeau: "La raison que donne la personne pour refaire un bilan. Elle ne lève pas le délai du CPF.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date" }),
    motif: champTexteLong({
      libelle: "La raison",
      aide: "En une phrase, sans rien d’intime : ce texte fait partie des preuves.",
    }),
  },
  obstacle: ({ financement }) =>
    financement?.bilanAnterieur?.declare === "oui"
      ? null
      : refus(
          undefined,
          "Aucun bilan antérieur n’est noté.",
          "Cela devient possible quand le financement dit que la personne a déjà eu un bilan.",
        ),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, motif }) =>
    sauf([pasAvant(date, etat.demande?.date, "la demande")], () => [
      repetitionJustifiee.nouveau(date, { motif }),
    ]),
});

import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection, champTexte, facultatif } from "../champ.ts";
import { absenceConstatee } from "../faits/seances.ts";
import { optionsSeances } from "../options.ts";
import { pasAvant, sauf } from "../refus.ts";
import { seanceDe } from "../seances.ts";
import { estPrevue, sansSeancePrevue, seanceVisee } from "../seances-prevues.ts";

export const noterAbsence = defineActe({
  nom: "noterAbsence",
  titre: "Noter une absence",
  chapeau: "La personne n’est pas venue. Si elle prévient avant, déplacez ou annulez la séance.",
  nature: "constat",
  champs: (etat) => ({
    seance: champSelection({ libelle: "À quelle séance", options: optionsSeances(etat, estPrevue) }),
    date: champJour({ libelle: "Date du constat" }),
    motif: facultatif(champTexte({ libelle: "Motif donné", aide: "Jamais de détail sur la santé." })),
    preuve: facultatif(
      champTexte({ libelle: "Preuve reçue", aide: "Sa nature seulement, par exemple : arrêt de travail." }),
    ),
  }),
  obstacle: sansSeancePrevue,
  valeurs: (etat, contexte) => ({
    seance: seanceVisee(etat, contexte)?.id ?? "",
    date: formatJourSaisie(contexte.au),
  }),
  decider: (etat, { date, seance, motif, preuve }) =>
    sauf([pasAvant(date, seanceDe(etat, seance).date, "la séance")], () => [
      absenceConstatee.nouveau(date, { seance, motif, preuve }),
    ]),
});

import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection, champTexte } from "../champ.ts";
import { seanceAnnulee } from "../faits/seances.ts";
import { optionsSeances } from "../options.ts";
import { pasAvant, sauf } from "../refus.ts";
import { estPrevue, sansSeancePrevue, seanceVisee } from "../seances-prevues.ts";

export const annulerSeance = defineActe({
  nom: "annulerSeance",
  titre: "Annuler une séance",
  chapeau: "La séance prévue n’aura pas lieu. Pour une autre date, déplacez-la plutôt.",
  nature: "constat",
  champs: (etat) => ({
    seance: champSelection({ libelle: "Quelle séance", options: optionsSeances(etat, estPrevue) }),
    date: champJour({ libelle: "Date de l’annulation" }),
    motif: champTexte({ libelle: "Motif", aide: "En quelques mots, sans rien d’intime." }),
  }),
  obstacle: sansSeancePrevue,
  valeurs: (etat, contexte) => ({
    seance: seanceVisee(etat, contexte)?.id ?? "",
    date: formatJourSaisie(contexte.au),
  }),
  decider: (etat, { date, seance, motif }) =>
    sauf([pasAvant(date, etat.demande?.date, "la demande")], () => [
      seanceAnnulee.nouveau(date, { seance, motif }),
    ]),
});

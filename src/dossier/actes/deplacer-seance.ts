import { formatJourSaisie } from "../../values/dates-fr.ts";
import { formatHeure } from "../../values/heure.ts";
import { defineActe } from "../acte.ts";
import { champHeure, champJour, champSelection, champTexte, facultatif } from "../champ.ts";
import { seanceDeplacee } from "../faits/seances.ts";
import { optionsSeances } from "../options.ts";
import { refus, sauf } from "../refus.ts";
import { finApresDebut, sansChevauchement, seanceDe } from "../seances.ts";
import { estPrevue, sansSeancePrevue, seanceVisee } from "../seances-prevues.ts";

export const deplacerSeance = defineActe({
  nom: "deplacerSeance",
  titre: "Déplacer une séance",
  chapeau: "La séance garde son numéro. Sa première date reste visible.",
  nature: "decision",
  champs: (etat) => ({
    seance: champSelection({ libelle: "Quelle séance", options: optionsSeances(etat, estPrevue) }),
    jour: champJour({ libelle: "Nouvelle date" }),
    debut: champHeure({ libelle: "Début" }),
    fin: champHeure({ libelle: "Fin" }),
    motif: facultatif(
      champTexte({
        libelle: "Motif",
        aide: "Si le calendrier s’allonge, notez aussi l’événement et sa preuve.",
      }),
    ),
  }),
  obstacle: sansSeancePrevue,
  valeurs: (etat, contexte) => {
    const s = seanceVisee(etat, contexte);
    if (s === undefined) return {};
    return {
      seance: s.id,
      jour: formatJourSaisie(s.date),
      debut: formatHeure(s.debut),
      fin: formatHeure(s.fin),
    };
  },
  decider: (etat, { seance, jour, debut, fin, motif }, contexte) => {
    const s = seanceDe(etat, seance);
    return sauf(
      [
        s.date === jour &&
          s.debut === debut &&
          s.fin === fin &&
          refus("jour", "La séance est déjà à cette date et à ces heures."),
        jour < contexte.au && refus("jour", "Cette date est passée."),
        finApresDebut(debut, fin),
        sansChevauchement(etat, { id: seance, date: jour, debut, fin }),
      ],
      () => [seanceDeplacee.nouveau(contexte.au, { seance, date: jour, debut, fin, motif })],
    );
  },
});

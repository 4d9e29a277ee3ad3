import type { Etat, Seance } from "../../law/etat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champJour, champSelection } from "../champ.ts";
import { traceVersee } from "../faits/seances.ts";
import { optionsSeances } from "../options.ts";
import { optionsTraces } from "../options-deroulement.ts";
import { pasAvant, refus, sauf } from "../refus.ts";
import { seanceDe } from "../seances.ts";

const estADistance = (s: Seance) => s.statut === "tenue" && s.modalite === "distanciel";
const proposee = (etat: Etat, cible: string | undefined) =>
  etat.seances.find((s) => estADistance(s) && s.id === cible) ??
  etat.seances.find((s) => estADistance(s) && s.traces.length === 0);

export const verserTrace = defineActe({
  nom: "verserTrace",
  titre: "Verser la trace d’une séance à distance",
  chapeau: "Ce qui montre que la séance a eu lieu. Aucun texte n’en fixe la forme.",
  nature: "constat",
  champs: (etat) => ({
    seance: champSelection({ libelle: "Quelle séance", options: optionsSeances(etat, estADistance) }),
    date: champJour({ libelle: "Date" }),
    nature: champChoix({ libelle: "Quelle trace", options: optionsTraces }),
  }),
  obstacle: (etat) =>
    etat.seances.some(estADistance)
      ? null
      : refus(
          undefined,
          "Aucune séance à distance n’a été tenue.",
          "Cela devient possible quand une séance à distance est tenue.",
        ),
  valeurs: (etat, contexte) => ({
    seance: proposee(etat, contexte.cible)?.id ?? "",
    date: formatJourSaisie(contexte.au),
    nature: "connexion",
  }),
  decider: (etat, { seance, date, nature }) => {
    const s = seanceDe(etat, seance);
    return sauf(
      [
        pasAvant(date, s.date, "la séance"),
        s.traces.includes(nature) && refus("nature", "Cette trace est déjà versée pour cette séance."),
      ],
      () => [traceVersee.nouveau(date, { seance, nature })],
    );
  },
});

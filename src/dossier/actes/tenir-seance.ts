import type { Etat, Seance } from "../../law/etat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { minutes } from "../../values/duree.ts";
import { formatHeure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import { defineActe, type Refus } from "../acte.ts";
import { champsSeanceTenue, NON_PREVUE, repliDeLaSeance } from "../champs-seance.ts";
import { seanceTenue } from "../faits/seances.ts";
import { nomDeSeance } from "../options.ts";
import { pasAvant, refus, sauf } from "../refus.ts";
import {
  dureeEntre,
  finApresDebut,
  minutesPossibles,
  nouvelIdDeSeance,
  pasAvantSaFin,
  sansChevauchement,
} from "../seances.ts";
import { seancesPrevues, seanceVisee } from "../seances-prevues.ts";

// The form shows the day of one planned session: choosing another one without changing the day is a slip.
function confondue(etat: Etat, choisie: string, date: Jour): Refus | null {
  const s = etat.seances.find((x) => x.id === choisie);
  if (s?.date === date) return null;
  const autre = seancesPrevues(etat).find((x) => x.id !== choisie && x.date === date);
  return autre === undefined
    ? null
    : refus(
        "seance",
        `Vous avez choisi une autre séance, mais la date est celle de : ${nomDeSeance(autre)}.`,
      );
}

function valeursDe(s: Seance) {
  return {
    seance: s.id,
    date: formatJourSaisie(s.date),
    debut: formatHeure(s.debut),
    fin: formatHeure(s.fin),
    phase: s.phase,
    modalite: s.modalite,
    lieu: s.lieu,
    intervenant: s.intervenant,
  };
}

export const tenirSeance = defineActe({
  nom: "tenirSeance",
  titre: "Noter une séance tenue",
  chapeau: "Ce qui a vraiment eu lieu, noté le jour même. Elle se signe ensuite à deux.",
  nature: "constat",
  champs: champsSeanceTenue,
  repli: repliDeLaSeance,
  valeurs: (etat, contexte) => {
    const visee = seanceVisee(etat, contexte);
    if (visee !== undefined) return { ...valeursDe(visee), individuelle: "oui" };
    const derniere = etat.seances.at(-1);
    return {
      seance: NON_PREVUE,
      date: formatJourSaisie(contexte.au),
      phase: derniere?.phase ?? "preliminaire",
      modalite: derniere?.modalite ?? "",
      lieu: derniere?.lieu ?? "",
      intervenant: contexte.intervenant,
      individuelle: "oui",
    };
  },
  decider: (etat, { seance, date, debut, fin, fait, ...d }, contexte) => {
    const ordre = finApresDebut(debut, fin);
    if (ordre !== null) return [ordre];
    const id = seance === NON_PREVUE ? null : seance;
    const passees = fait ?? minutes(dureeEntre(debut, fin));
    return sauf(
      [
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        id !== null && confondue(etat, id, date),
        pasAvantSaFin({ date, fin }, contexte, "notez-la", "fin"),
        minutesPossibles(passees, debut, fin),
        sansChevauchement(etat, { id, date, debut, fin }),
      ],
      () => [
        seanceTenue.nouveau(date, {
          ...d,
          seance: id ?? nouvelIdDeSeance(etat, contexte.faits),
          date,
          debut,
          fin,
          fait: passees,
        }),
      ],
    );
  },
});

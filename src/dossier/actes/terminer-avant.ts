import { derniereSeanceTenue } from "../../law/calcul/deroulement.ts";
import type { Etat } from "../../law/etat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { defineActe, type Refus } from "../acte.ts";
import { champChoix, champJour, champTexte, facultatif } from "../champ.ts";
import { bilanInterrompu } from "../faits/fin.ts";
import { seanceAnnulee } from "../faits/seances.ts";
import { nomDeSeance } from "../options.ts";
import { optionsOuiNonPasEncore, troisEtats } from "../options-deroulement.ts";
import { optionsResponsable } from "../options-fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";
import { seancesPrevues } from "../seances-prevues.ts";

/** A session whose day has passed was held or missed: its hours, or its absence, decide what is paid. */
function seanceOubliee(etat: Etat, date: Jour): Refus | null {
  const s = seancesPrevues(etat).find((x) => x.date < date);
  return s === undefined
    ? null
    : refus(
        "date",
        `On ne sait pas encore si cette séance a eu lieu : ${nomDeSeance(s)}.`,
        "Cela devient possible quand elle est notée tenue, absente ou annulée.",
      );
}

export const terminerAvant = defineActe({
  nom: "terminerAvant",
  titre: "Noter la fin anticipée du bilan",
  chapeau: "Le bilan s’arrête avant son terme. Les séances encore prévues sont annulées.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de l’arrêt" }),
    forceMajeure: champChoix({
      libelle: "C’est un cas de force majeure",
      aide: "Un événement que personne ne pouvait prévoir ni empêcher. EDOF pose cette question en premier.",
      options: optionsOuiNonPasEncore,
    }),
    responsable: champChoix({ libelle: "Qui arrête le bilan", options: optionsResponsable }),
    motif: champTexte({ libelle: "Motif", aide: "En quelques mots, sans rien d’intime ni de médical." }),
    preuve: facultatif(
      champTexte({ libelle: "Preuve", aide: "Sa nature seulement, par exemple : courrier de la personne." }),
    ),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, forceMajeure, ...donnees }) =>
    sauf(
      [pasAvant(date, derniereSeanceTenue(etat), "la dernière séance tenue"), seanceOubliee(etat, date)],
      () => [
        ...seancesPrevues(etat).map((s) =>
          seanceAnnulee.nouveau(date, { seance: s.id, motif: "Le bilan s’est arrêté avant." }),
        ),
        bilanInterrompu.nouveau(date, { ...donnees, forceMajeure: troisEtats(forceMajeure) }),
      ],
    ),
});

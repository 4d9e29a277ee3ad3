import { minutesDeLHeure } from "../../values/heure.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champHeure, champJour, champSelection, champTexte } from "../champ.ts";
import { seancePlanifiee } from "../faits/seances.ts";
import { optionsIntervenants, optionsPhase, optionsTenue } from "../options.ts";

export const planifierSeance = defineActe({
  nom: "planifierSeance",
  titre: "Planifier une séance",
  nature: "decision",
  champs: (etat) => ({
    jour: champJour({ libelle: "Date de la séance" }),
    debut: champHeure({ libelle: "Début" }),
    fin: champHeure({ libelle: "Fin" }),
    phase: champChoix({ libelle: "Phase", options: optionsPhase }),
    modalite: champChoix({ libelle: "Comment", options: optionsTenue }),
    lieu: champTexte({ libelle: "Lieu ou lien de connexion" }),
    intervenant: champSelection({ libelle: "Avec qui", options: optionsIntervenants(etat) }),
  }),
  valeurs: (etat, contexte) => ({
    phase: etat.seances.at(-1)?.phase ?? "preliminaire",
    lieu: etat.seances.at(-1)?.lieu ?? "",
    intervenant: contexte.intervenant,
  }),
  decider: (etat, { jour, debut, fin, ...d }, contexte) =>
    minutesDeLHeure(fin) <= minutesDeLHeure(debut)
      ? [{ champ: "fin", phrase: "Indiquez une heure de fin après l’heure de début." }]
      : [
          seancePlanifiee.nouveau(contexte.au, {
            ...d,
            seance: `s${etat.seances.length + 1}`,
            date: jour,
            debut,
            fin,
          }),
        ],
});

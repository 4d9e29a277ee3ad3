import type { Etat } from "../../law/etat.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champHeure, champJour, champSelection, champTexte } from "../champ.ts";
import { seancePlanifiee } from "../faits/seances.ts";
import { optionsIntervenants, optionsPhase, optionsTenue } from "../options.ts";
import { refus, sauf } from "../refus.ts";
import { finApresDebut, nouvelIdDeSeance, sansChevauchement } from "../seances.ts";

/** The place and the person of the last session, else what the offer of the devis says. */
function lieuHabituel(etat: Etat): string {
  const offre = etat.organisme.offres.find((o) => o.id === etat.devis.at(-1)?.offre);
  return etat.seances.at(-1)?.lieu ?? offre?.lieux[0] ?? "";
}

export const planifierSeance = defineActe({
  nom: "planifierSeance",
  titre: "Planifier une séance",
  chapeau: "Une séance à venir, avec son heure et son lieu.",
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
  valeurs: (etat, contexte) => {
    const derniere = etat.seances.at(-1);
    const modalite = etat.documentsSuivi.at(-1)?.modalite ?? etat.devis.at(-1)?.modalite;
    return {
      phase: derniere?.phase ?? "preliminaire",
      modalite: derniere?.modalite ?? (modalite === "mixte" ? "" : (modalite ?? "")),
      lieu: lieuHabituel(etat),
      intervenant: contexte.intervenant,
    };
  },
  decider: (etat, { jour, debut, fin, ...d }, contexte) =>
    sauf(
      [
        jour < contexte.au &&
          refus(
            "jour",
            "Cette date est passée.",
            "Pour une séance qui a déjà eu lieu, notez une séance tenue.",
          ),
        finApresDebut(debut, fin),
        sansChevauchement(etat, { id: null, date: jour, debut, fin }),
      ],
      () => [
        seancePlanifiee.nouveau(contexte.au, {
          ...d,
          seance: nouvelIdDeSeance(etat, contexte.faits),
          date: jour,
          debut,
          fin,
        }),
      ],
    ),
});

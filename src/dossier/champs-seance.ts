import type { Etat } from "../law/etat.ts";
import {
  champChoix,
  champChoixMultiples,
  champContenu,
  champDuree,
  champHeure,
  champJour,
  champOuiNon,
  champSelection,
  champTexte,
  facultatif,
} from "./champ.ts";
import { optionsIntervenants, optionsPhase, optionsSeances, optionsTenue } from "./options.ts";
import { optionsThemes } from "./options-deroulement.ts";
import { estPrevue } from "./seances-prevues.ts";

/** The choice of a session that nobody had planned. */
export const NON_PREVUE = "non_prevue";

export function champsSeanceTenue(etat: Etat) {
  return {
    seance: champSelection({
      libelle: "Quelle séance",
      options: [
        ...optionsSeances(etat, estPrevue),
        { valeur: NON_PREVUE, libelle: "Une séance qui n’était pas prévue" },
      ],
    }),
    date: champJour({ libelle: "Date" }),
    debut: champHeure({ libelle: "Début" }),
    fin: champHeure({ libelle: "Fin" }),
    fait: facultatif(
      champDuree({
        libelle: "Temps passé ensemble",
        aide: "Sans les pauses. Laissez vide si toute la séance a été passée ensemble.",
      }),
    ),
    phase: champChoix({ libelle: "Phase", options: optionsPhase }),
    modalite: champChoix({ libelle: "Comment", options: optionsTenue }),
    lieu: champTexte({ libelle: "Lieu ou lien de connexion" }),
    intervenant: champSelection({ libelle: "Avec qui", options: optionsIntervenants(etat) }),
    individuelle: champOuiNon({
      libelle: "La personne était seule avec vous",
      aide: "Un temps collectif est possible, mais la conclusion est toujours individuelle.",
    }),
    themes: champChoixMultiples({
      libelle: "Ce que vous avez travaillé",
      min: 1,
      vide: "Cochez au moins un thème.",
      options: optionsThemes,
    }),
    notes: champContenu({
      libelle: "Vos notes",
      aide: "Elles sont scellées. Vous seul et la personne pourrez les lire.",
    }),
  };
}

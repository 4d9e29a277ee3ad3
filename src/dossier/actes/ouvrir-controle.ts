import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoixMultiples, champJour, champSelection, facultatif } from "../champ.ts";
import { controleOuvert } from "../faits/controle.ts";
import { optionsOrganes, optionsPieces } from "../options-fin.ts";
import { pasAvant, sauf } from "../refus.ts";

export const ouvrirControle = defineActe({
  nom: "ouvrirControle",
  titre: "Noter une lettre de contrôle",
  chapeau: "À partir de ce jour, plus aucune preuve ne se supprime jusqu’à la clôture.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de réception" }),
    organe: champSelection({ libelle: "Qui contrôle", options: optionsOrganes }),
    echeance: facultatif(
      champJour({
        libelle: "Répondre au plus tard le",
        aide: "La date que donne la lettre. Laissez vide si elle n’en donne pas.",
      }),
    ),
    pieces: champChoixMultiples({ libelle: "Ce que la lettre demande", options: optionsPieces }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (_, { date, ...donnees }) =>
    sauf([pasAvant(donnees.echeance ?? date, date, "la lettre", "echeance")], () => [
      controleOuvert.nouveau(date, donnees),
    ]),
});

import { formatJourSaisie } from "../../values/dates-fr.ts";
import { accordVise } from "../accord-vise.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection } from "../champ.ts";
import { accordDe, accordsOuverts, optionsAccords } from "../communications.ts";
import { communicationRevoquee } from "../faits/conclusion.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const revoquerCommunication = defineActe({
  nom: "revoquerCommunication",
  titre: "Noter le retrait d’un accord",
  chapeau: "La personne ne veut plus que ce document soit communiqué. Aucun motif n’est demandé.",
  nature: "constat",
  champs: (etat, { nommer }) => ({
    date: champJour({ libelle: "Date du retrait" }),
    accord: champSelection({ libelle: "Quel accord", options: optionsAccords(etat, nommer) }),
  }),
  obstacle: (etat) =>
    accordsOuverts(etat).length > 0
      ? null
      : refus(
          undefined,
          "La personne n’a donné aucun accord.",
          "Cela devient possible quand un accord est noté.",
        ),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    accord: optionsAccords(etat)[0]?.valeur ?? "",
  }),
  decider: (etat, { date, accord }) => {
    const retire = accordDe(etat, accord);
    return sauf([pasAvant(date, retire.accordLe, "l’accord")], () => [
      communicationRevoquee.nouveau(date, accordVise(retire)),
    ]);
  },
});

import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champAttestation, champChoix, champJour, champSelection, champTexte, facultatif } from "../champ.ts";
import { accordsOuverts, memeCible } from "../communications.ts";
import { communicationAutorisee } from "../faits/conclusion.ts";
import { refusDuNom } from "../formulaire-tiers.ts";
import { optionsDestinataires, optionsDocuments } from "../options-fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const autoriserCommunication = defineActe({
  nom: "autoriserCommunication",
  titre: "Noter l’accord pour communiquer un document",
  chapeau: "Un document, un destinataire. La personne peut retirer son accord à tout moment.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date de l’accord" }),
    document: champChoix({ libelle: "Quel document", options: optionsDocuments }),
    destinataire: champSelection({ libelle: "À qui", options: optionsDestinataires }),
    nom: facultatif(
      champTexte({
        libelle: "Si c’est une autre personne, son prénom et son nom",
        aide: "L’accord de la personne dit à qui : sans nom, ce n’en est pas un. Pour un organisme, qui y lira.",
      }),
    ),
    accord: champAttestation({
      libelle: "La personne a demandé ou accepté cette communication par écrit.",
      aide: "Celui qui paie le bilan ne peut pas l’exiger.",
      vide: "Sans accord écrit de la personne, rien ne peut être communiqué.",
    }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au), document: "synthese" }),
  decider: (etat, { date, document, destinataire, nom }) =>
    sauf(
      [
        ...refusDuNom(destinataire, nom),
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        accordsOuverts(etat).some(
          (c) => memeCible(c, { document, destinataire, nom }) && c.communiqueLe === null,
        ) && refus("destinataire", "La personne a déjà donné cet accord."),
      ],
      () => [communicationAutorisee.nouveau(date, { document, destinataire, nom })],
    ),
});

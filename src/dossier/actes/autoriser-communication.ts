import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe, type Refus } from "../acte.ts";
import { champAttestation, champChoix, champContenu, champJour, champSelection } from "../champ.ts";
import { accordsOuverts } from "../communications.ts";
import { communicationAutorisee } from "../faits/conclusion.ts";
import { fauteDuNom } from "../formulaire-tiers.ts";
import { optionsDestinataires, optionsDocuments } from "../options-fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

/** « Une autre personne » is named; the other recipients are known without a name (L6313-4 al. 3). */
function refusDuLecteur(estAutre: boolean, nomme: boolean): Refus | null {
  if (estAutre === nomme) return null;
  return estAutre
    ? refus("lecteur", "Écrivez qui est cette autre personne : l’accord doit la nommer.")
    : refus("lecteur", "Ce destinataire se dit sans nom : laissez vide.");
}

export const autoriserCommunication = defineActe({
  nom: "autoriserCommunication",
  titre: "Noter l’accord pour communiquer un document",
  chapeau: "Un document, un destinataire. La personne peut retirer son accord à tout moment.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date de l’accord" }),
    document: champChoix({ libelle: "Quel document", options: optionsDocuments }),
    destinataire: champSelection({ libelle: "À qui", options: optionsDestinataires }),
    lecteur: champContenu({
      libelle: "Si c’est une autre personne, son prénom et son nom",
      aide: "Scellé. Vous et la personne le lisez, personne d’autre. Pour un organisme, écrivez qui y lira.",
      court: true,
      refuser: fauteDuNom,
    }),
    accord: champAttestation({
      libelle: "La personne a demandé ou accepté cette communication par écrit.",
      aide: "Celui qui paie le bilan ne peut pas l’exiger.",
      vide: "Sans accord écrit de la personne, rien ne peut être communiqué.",
    }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au), document: "synthese" }),
  decider: (etat, { date, document, destinataire, lecteur }) =>
    sauf(
      [
        refusDuLecteur(destinataire === "autre", lecteur !== null),
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        // Two names are not compared: what the facts hold of them says nothing.
        lecteur === null &&
          accordsOuverts(etat).some(
            (c) =>
              c.document === document &&
              c.destinataire === destinataire &&
              c.lecteur === null &&
              c.communiqueLe === null,
          ) &&
          refus("destinataire", "La personne a déjà donné cet accord."),
      ],
      () => [communicationAutorisee.nouveau(date, { document, destinataire, lecteur })],
    ),
});

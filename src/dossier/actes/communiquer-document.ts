import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champJour, champSelection, champTexte, facultatif } from "../champ.ts";
import { accordsOuverts } from "../communications.ts";
import { documentCommunique } from "../faits/conclusion.ts";
import { refusDuNom } from "../formulaire-tiers.ts";
import { optionsDestinataires, optionsDocuments } from "../options-fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const communiquerDocument = defineActe({
  nom: "communiquerDocument",
  titre: "Communiquer un document",
  chapeau: "Seulement à qui la personne l’a demandé ou accepté par écrit.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date" }),
    document: champChoix({ libelle: "Quel document", options: optionsDocuments }),
    destinataire: champSelection({ libelle: "À qui", options: optionsDestinataires }),
    nom: facultatif(
      champTexte({
        libelle: "Si c’est une autre personne, son prénom et son nom",
        aide: "Comme l’accord de la personne l’écrit.",
      }),
    ),
  },
  valeurs: (etat, contexte) => {
    const accord = accordsOuverts(etat).find((c) => c.communiqueLe === null);
    return {
      date: formatJourSaisie(contexte.au),
      document: accord?.document ?? "",
      destinataire: accord?.destinataire ?? "",
      nom: accord?.nom ?? "",
    };
  },
  decider: (etat, { date, document, destinataire, nom }) =>
    sauf(
      [
        ...refusDuNom(destinataire, nom),
        document === "synthese" &&
          etat.syntheses.length === 0 &&
          refus("document", "Aucune synthèse n’a été écrite dans ce bilan."),
        document === "synthese" && pasAvant(date, etat.syntheses[0]?.date, "la synthèse"),
      ],
      () => [documentCommunique.nouveau(date, { document, destinataire, nom })],
    ),
});

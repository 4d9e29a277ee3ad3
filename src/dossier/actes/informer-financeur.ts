import type { Etat } from "../../law/etat.ts";
import { jourDeLaFin, jourDuDebut } from "../../law/reference-day.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champJour } from "../champ.ts";
import { financeurInforme } from "../faits/fin.ts";
import { optionsEvenementFinanceur } from "../options-fin.ts";
import { pasAvant, sauf } from "../refus.ts";

function proposition(etat: Etat): "debut" | "interruption" | "fin" {
  if (!etat.financeursInformes.some((f) => f.evenement === "debut")) return "debut";
  return etat.finAnticipee === null ? "fin" : "interruption";
}

export const informerFinanceur = defineActe({
  nom: "informerFinanceur",
  titre: "Noter l’information du financeur",
  chapeau: "Le financeur apprend que le bilan a commencé, s’est interrompu ou s’est achevé. Rien d’autre.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de l’envoi" }),
    evenement: champChoix({
      libelle: "Ce qu’il a appris",
      aide: "Pour le CPF, vos déclarations dans EDOF suffisent.",
      options: optionsEvenementFinanceur,
    }),
  },
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    evenement: proposition(etat),
  }),
  decider: (etat, { date, evenement }) =>
    sauf(
      [
        pasAvant(date, jourDuDebut(etat), "le début du bilan"),
        evenement === "fin" && pasAvant(date, jourDeLaFin(etat), "la fin du bilan"),
      ],
      () => [financeurInforme.nouveau(date, { evenement })],
    ),
});

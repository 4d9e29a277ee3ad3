import { payeElleMeme } from "../../law/financeurs.ts";
import { MENTIONS_CONTRAT } from "../../law/listes/mentions-contrat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champCase, champChoixMultiples, champJour } from "../champ.ts";
import { contratPropose } from "../faits/commande.ts";
import { optionsMentions } from "../options-fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const proposerContrat = defineActe({
  nom: "proposerContrat",
  titre: "Proposer le contrat",
  chapeau: "Pour une personne qui paie elle-même. Elle le lit et le signe dans son espace.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date" }),
    mentions: champChoixMultiples({
      libelle: "Ce que le contrat dit",
      aide: "S’il manque une seule de ces mentions, le contrat est nul.",
      min: 1,
      options: optionsMentions(MENTIONS_CONTRAT),
    }),
    mentionNda: champCase({ libelle: "Il porte le numéro de déclaration d’activité" }),
  },
  obstacle: (etat) =>
    payeElleMeme(etat)
      ? null
      : refus(
          undefined,
          "La personne ne paie pas ce bilan elle-même.",
          "Cela devient possible quand le financement le dit.",
        ),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    mentions: etat.contratPropose?.mentions ?? [],
    mentionNda: etat.organisme.nda === null ? "" : "oui",
  }),
  decider: (etat, { date, ...donnees }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        donnees.mentions.length < MENTIONS_CONTRAT.length &&
          refus("mentions", "Il manque une mention : le contrat serait nul."),
      ],
      () => [contratPropose.nouveau(date, donnees)],
    ),
});

import { MENTIONS_CONTRAT } from "../../law/listes/mentions-contrat.ts";
import { retractationContrat } from "../../law/parameters/retractation-contrat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoixMultiples, champJour } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { contratSigne } from "../faits/commande.ts";
import { champMentionNda, mentionNdaProposee, refusDeMention } from "../mention-nda.ts";
import { optionsMentions } from "../options-fin.ts";
import { pasAvant, sauf } from "../refus.ts";

const parties = [
  { valeur: "beneficiaire", libelle: "La personne" },
  { valeur: "organisme", libelle: "Notre organisme" },
] as const;

export const signerContrat = defineActe({
  nom: "signerContrat",
  titre: "Noter le contrat signé",
  chapeau: `Pour une personne qui paie elle-même. Elle a ensuite ${derniereValeur(retractationContrat)} jours pour se rétracter, sans rien payer.`,
  nature: "decision",
  champs: (etat) => ({
    date: champJour({ libelle: "Date de la signature" }),
    signataires: champChoixMultiples({ libelle: "Qui a signé", min: 1, options: parties }),
    mentions: champChoixMultiples({
      libelle: "Ce que le contrat dit",
      aide: "S’il manque une seule de ces mentions, le contrat est nul.",
      min: 1,
      options: optionsMentions(MENTIONS_CONTRAT),
    }),
    mentionNda: champMentionNda(etat, "Il"),
  }),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    signataires: ["beneficiaire", "organisme"],
    mentions: etat.contrat?.mentions ?? [],
    mentionNda: mentionNdaProposee(etat),
  }),
  decider: (etat, { date, signataires, ...donnees }) =>
    sauf([pasAvant(date, etat.demande?.date, "la demande"), refusDeMention(etat, donnees.mentionNda)], () => [
      contratSigne.nouveau(date, { ...donnees, signatures: signataires.map((par) => ({ par, le: date })) }),
    ]),
});

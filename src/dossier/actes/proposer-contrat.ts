import type { Etat } from "../../law/etat.ts";
import { payeElleMeme } from "../../law/financeurs.ts";
import { MENTIONS_CONTRAT } from "../../law/listes/mentions-contrat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoixMultiples, champJour, champTexteLong, facultatif } from "../champ.ts";
import { contratPropose } from "../faits/commande.ts";
import { champMentionNda, mentionNdaProposee, refusDeMention } from "../mention-nda.ts";
import { optionsMentions } from "../options-fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";
import { codesDits } from "../signature/clauses/clause.ts";
import { clausesDuContrat, type TermesDuContrat } from "../signature/clauses/contrat.ts";

/** What was ticked, and what the text to sign says of itself. */
function mentionsDites(etat: Etat, termes: TermesDuContrat, cochees: readonly string[]): string[] {
  return [...new Set([...cochees, ...codesDits(clausesDuContrat(etat, termes))])];
}

export const proposerContrat = defineActe({
  nom: "proposerContrat",
  titre: "Proposer le contrat",
  chapeau: "Pour une personne qui paie elle-même. Elle le lit et le signe dans son espace.",
  nature: "decision",
  champs: (etat) => ({
    date: champJour({ libelle: "Date" }),
    prerequis: facultatif(
      champTexteLong({ libelle: "Niveau préalable requis", aide: "S’il n’en faut aucun, dites-le." }),
    ),
    reglement: facultatif(champTexteLong({ libelle: "Quand et comment le prix est payé" })),
    arret: facultatif(
      champTexteLong({
        libelle: "Ce qui est dû si le bilan s’arrête avant la fin",
        aide: "Par elle ou par l’organisme, abandon compris.",
      }),
    ),
    mentions: champChoixMultiples({
      libelle: "Ce que le contrat dit",
      aide: "S’il manque une seule de ces mentions, le contrat est nul. Le texte à signer à l’écran n’a que ce que le dossier sait.",
      min: 1,
      options: optionsMentions(MENTIONS_CONTRAT),
    }),
    mentionNda: champMentionNda(etat, "Il"),
  }),
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
    prerequis: etat.contratPropose?.prerequis ?? "",
    reglement: etat.contratPropose?.reglement ?? "",
    arret: etat.contratPropose?.arret ?? "",
    mentions:
      etat.contratPropose?.mentions ??
      mentionsDites(etat, { prerequis: null, reglement: null, arret: null }, []),
    mentionNda: mentionNdaProposee(etat),
  }),
  decider: (etat, { date, mentions: cochees, ...donnees }) => {
    const mentions = mentionsDites(etat, donnees, cochees);
    return sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        refusDeMention(etat, donnees.mentionNda),
        mentions.length < MENTIONS_CONTRAT.length &&
          refus("mentions", "Il manque une mention : le contrat serait nul."),
      ],
      () => [contratPropose.nouveau(date, { ...donnees, mentions })],
    );
  },
});

import type { Etat } from "../../law/etat.ts";
import { valeurAu } from "../../law/parameter.ts";
import { acceptationProposition } from "../../law/parameters/acceptation-proposition.ts";
import { debutSession } from "../../law/parameters/debut-session.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { ajouterJoursOuvres } from "../../values/jours-ouvres.ts";
import { defineActe } from "../acte.ts";
import { champJour, facultatif } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { commandeRepondue } from "../faits/commande.ts";
import { dejaNote, pasAvant, refus, sauf } from "../refus.ts";

/** The first day on which the course may begin, counted from the request; null while there is none. */
function debutAuPlusTot({ commande, organisme }: Etat) {
  const delai = commande === null ? undefined : valeurAu(debutSession, commande.demandeLe)?.value;
  if (commande === null || delai === undefined) return null;
  return ajouterJoursOuvres(commande.demandeLe, delai, organisme.territoire);
}

export const repondreCommande = defineActe({
  nom: "repondreCommande",
  titre: "Répondre à la commande",
  chapeau: `Votre proposition dans EDOF. D’après ce que nous savons d’EDOF, la personne a ensuite ${derniereValeur(acceptationProposition)} jours ouvrés pour l’accepter.`,
  nature: "decision",
  champs: (etat) => {
    const tot = debutAuPlusTot(etat);
    const aide =
      tot === null ? {} : { aide: `Au plus tôt le ${formatJour(tot)}, d’après ce que nous savons d’EDOF.` };
    return {
      date: champJour({ libelle: "Date de la proposition" }),
      debutPrevu: facultatif(champJour({ libelle: "Début proposé", ...aide })),
    };
  },
  obstacle: ({ commande }) => {
    if (commande === null)
      return refus(
        undefined,
        "Aucune commande n’est notée.",
        "Cela devient possible quand la personne a passé sa commande.",
      );
    return commande.reponduLe === null
      ? null
      : dejaNote(`Une proposition a déjà été envoyée le ${formatJour(commande.reponduLe)}.`);
  },
  valeurs: (etat, contexte) => {
    const debut = etat.commande?.debutPrevu ?? debutAuPlusTot(etat);
    return {
      date: formatJourSaisie(contexte.au),
      debutPrevu: debut === null ? "" : formatJourSaisie(debut),
    };
  },
  decider: (etat, { date, debutPrevu }) =>
    sauf(
      [
        pasAvant(date, etat.commande?.demandeLe, "la commande"),
        pasAvant(debutPrevu ?? date, date, "votre proposition", "debutPrevu"),
      ],
      () => [commandeRepondue.nouveau(date, { debutPrevu })],
    ),
});

import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour, champTexte, facultatif } from "../champ.ts";
import { controleEnCours, sansControle } from "../controles.ts";
import { controleRepondu } from "../faits/controle.ts";
import { dejaNote, pasAvant, sauf } from "../refus.ts";

export const repondreControle = defineActe({
  nom: "repondreControle",
  titre: "Noter la réponse au contrôle",
  chapeau: "Le dossier de contrôle se prépare depuis les pièces du dossier, puis s’envoie.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date de l’envoi" }),
    preuve: facultatif(
      champTexte({ libelle: "Preuve de l’envoi", aide: "Par exemple : numéro du recommandé." }),
    ),
  },
  obstacle: (etat) => {
    const repondu = controleEnCours(etat)?.reponduLe ?? null;
    return repondu === null
      ? sansControle(etat)
      : dejaNote(`La réponse du ${formatJour(repondu)} est déjà notée.`);
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, preuve }) =>
    sauf([pasAvant(date, controleEnCours(etat)?.recuLe, "la lettre de contrôle")], () => [
      controleRepondu.nouveau(date, { preuve }),
    ]),
});

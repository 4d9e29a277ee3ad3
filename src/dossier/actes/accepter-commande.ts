import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { commandeAcceptee } from "../faits/commande.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const accepterCommande = defineActe({
  nom: "accepterCommande",
  titre: "Noter l’acceptation de la commande",
  chapeau: "La personne accepte votre proposition sur Mon Compte Formation. Le bilan est alors commandé.",
  nature: "constat",
  champs: { date: champJour({ libelle: "Date de l’acceptation" }) },
  obstacle: ({ commande }) =>
    commande !== null && commande.reponduLe !== null
      ? null
      : refus(
          undefined,
          "Aucune proposition n’attend d’acceptation.",
          "Cela devient possible quand vous avez répondu à la commande.",
        ),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date }) =>
    sauf([pasAvant(date, etat.commande?.reponduLe, "votre proposition")], () => [
      commandeAcceptee.nouveau(date, {}),
    ]),
});

import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champJour } from "../champ.ts";
import { volontariatConfirme } from "../faits/accueil.ts";
import { pasAvant, sauf } from "../refus.ts";

const canaux = [
  { valeur: "direct", libelle: "Par la personne elle-même, sans son employeur" },
  {
    valeur: "employeur",
    libelle: "Par son employeur",
    aide: "Quand l’employeur demande ou paie, la parole de la personne est nécessaire.",
  },
] as const;

export const confirmerVolontariat = defineActe({
  nom: "confirmerVolontariat",
  titre: "Confirmer le volontariat",
  chapeau: "À demander à la personne elle-même, surtout si son employeur demande ou paie le bilan.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de la confirmation" }),
    canal: champChoix({ libelle: "Par qui vous l’avez su", options: canaux }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, canal }) =>
    sauf([pasAvant(date, etat.demande?.date, "la demande")], () => [
      volontariatConfirme.nouveau(date, { canal }),
    ]),
});

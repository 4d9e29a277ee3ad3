import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { type ApresSonRefus, champApresSonRefus, contreSonRefus } from "../apres-son-refus.ts";
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

const volontariat = {
  date: champJour({ libelle: "Date de la confirmation" }),
  canal: champChoix({ libelle: "Par qui vous l’avez su", options: canaux }),
};

export const confirmerVolontariat = defineActe({
  nom: "confirmerVolontariat",
  titre: "Confirmer le volontariat",
  chapeau: "À demander à la personne elle-même, surtout si son employeur demande ou paie le bilan.",
  nature: "constat",
  champs: (etat) =>
    ({ ...volontariat, ...champApresSonRefus(etat, "volontariat") }) as typeof volontariat & ApresSonRefus,
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, canal, apresRefus }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        contreSonRefus(etat, "volontariat", date, apresRefus === true),
      ],
      () => [volontariatConfirme.nouveau(date, { canal, apresRefus: apresRefus ? true : null })],
    ),
});

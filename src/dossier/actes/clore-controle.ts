import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { controleEnCours, sansControle } from "../controles.ts";
import { controleClos } from "../faits/controle.ts";
import { pasAvant, sauf } from "../refus.ts";

export const cloreControle = defineActe({
  nom: "cloreControle",
  titre: "Noter la clôture du contrôle",
  chapeau: "Les preuves dont la durée est passée pourront alors être supprimées.",
  nature: "constat",
  champs: { date: champJour({ libelle: "Date de la clôture" }) },
  obstacle: sansControle,
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date }) => {
    const controle = controleEnCours(etat);
    return sauf(
      [pasAvant(date, controle?.reponduLe ?? controle?.recuLe, "le dernier échange de ce contrôle")],
      () => [controleClos.nouveau(date, {})],
    );
  },
});

import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { ajouterAnnees } from "../../values/jour.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection } from "../champ.ts";
import { preuvesGelees } from "../faits/gel.ts";
import { optionsMotifsDeGel } from "../options-gel.ts";
import { pasAvant, pasFuture, refus, sauf } from "../refus.ts";

/** Longest hold that one act makes; it can be made again. Our own limit: no text read gives one. */
const ANNEES_AU_PLUS = 1;

export const gelerPreuves = defineActe({
  nom: "gelerPreuves",
  titre: "Geler les preuves",
  chapeau:
    "Les preuves de ce dossier restent, même leur durée passée, jusqu’au jour que vous donnez. Les contenus, eux, partent toujours à leur terme.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date du gel" }),
    motif: champSelection({ libelle: "Pourquoi", options: optionsMotifsDeGel }),
    jusquAu: champJour({
      libelle: "Jusqu’au, au plus tard",
      aide: "Un an au plus. Vous pourrez lever le gel avant, ou en décider un autre.",
    }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (_, { date, motif, jusquAu }, { au }) => {
    const limite = ajouterAnnees(date, ANNEES_AU_PLUS);
    return sauf(
      [
        pasFuture(date, au, "date"),
        pasAvant(jusquAu, date, "le gel", "jusquAu"),
        jusquAu > limite &&
          refus("jusquAu", `Un gel dure un an au plus : jusqu’au ${formatJour(limite)}, puis un autre.`),
      ],
      () => [preuvesGelees.nouveau(date, { motif, jusquAu })],
    );
  },
});

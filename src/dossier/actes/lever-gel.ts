import type { Etat } from "../../law/etat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { gelLeve } from "../faits/gel.ts";
import { pasAvant, pasFuture, refus, sauf } from "../refus.ts";

/** The hold that still runs on this day. */
function gelEnCours(etat: Etat, au: Jour) {
  return etat.gels.findLast((g) => g.leveLe === null && g.jusquAu >= au);
}

export const leverGel = defineActe({
  nom: "leverGel",
  titre: "Lever le gel des preuves",
  chapeau:
    "Tous les gels en cours de ce dossier sont levés. Les preuves dont la durée est passée seront annoncées, puis effacées.",
  nature: "constat",
  champs: { date: champJour({ libelle: "Date de la levée" }) },
  obstacle: (etat, { au }) =>
    gelEnCours(etat, au) === undefined
      ? refus(undefined, "Aucun gel n’est en cours.", "Cela devient possible quand les preuves sont gelées.")
      : null,
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date }, { au }) =>
    sauf([pasFuture(date, au, "date"), pasAvant(date, gelEnCours(etat, au)?.date, "le gel")], () => [
      gelLeve.nouveau(date, {}),
    ]),
});

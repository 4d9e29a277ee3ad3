import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection } from "../champ.ts";
import { gelLeve } from "../faits/gel.ts";
import { gelsEnCours, optionsGels } from "../gels.ts";
import { pasAvant, pasFuture, refus, sauf } from "../refus.ts";

export const leverGel = defineActe({
  nom: "leverGel",
  titre: "Lever un gel des preuves",
  chapeau:
    "Un seul gel est levé, celui que vous choisissez. Les autres tiennent. Quand aucun ne tient plus, les preuves dont la durée est passée sont annoncées. Elles sont ensuite effacées si un texte donne leur fin, ou si l’organisme l’a décidé.",
  nature: "constat",
  champs: (etat, { au }) => ({
    gel: champSelection({ libelle: "Le gel à lever", options: optionsGels(etat, au) }),
    date: champJour({ libelle: "Date de la levée" }),
  }),
  obstacle: (etat, { au }) =>
    gelsEnCours(etat, au).length === 0
      ? refus(undefined, "Aucun gel n’est en cours.", "Cela devient possible quand les preuves sont gelées.")
      : null,
  valeurs: (etat, { au, cible }) => {
    const enCours = gelsEnCours(etat, au);
    const choisi = enCours.find((g) => g.fait === cible) ?? (enCours.length === 1 ? enCours[0] : undefined);
    return { gel: choisi?.fait ?? "", date: formatJourSaisie(au) };
  },
  decider: (etat, { gel, date }, { au }) =>
    sauf(
      [pasFuture(date, au, "date"), pasAvant(date, etat.gels.find((g) => g.fait === gel)?.date, "le gel")],
      () => [gelLeve.nouveau(date, { gel })],
    ),
});

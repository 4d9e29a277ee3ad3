import type { Etat } from "../../law/etat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { conservationRetiree } from "../faits/fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const enCours = (etat: Etat) => etat.conservations.filter((c) => c.retireLe === null && c.detruitLe === null);

export const retirerConservation = defineActe({
  nom: "retirerConservation",
  titre: "Noter le retrait de l’accord de conservation",
  chapeau:
    "Tout ce qui était gardé avec l’accord de la personne est détruit dans le même geste, et sa clé en quelques minutes. Aucun motif n’est demandé.",
  nature: "constat",
  irreversible: true,
  champs: { date: champJour({ libelle: "Date du retrait" }) },
  obstacle: (etat) =>
    enCours(etat).length > 0
      ? null
      : refus(
          undefined,
          "Rien n’est conservé avec l’accord de la personne.",
          "Cela devient possible quand un accord de conservation est noté.",
        ),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date }) =>
    sauf([pasAvant(date, enCours(etat).at(-1)?.date, "l’accord")], () => [
      conservationRetiree.nouveau(date, {}),
    ]),
});

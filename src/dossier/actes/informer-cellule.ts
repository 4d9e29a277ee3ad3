import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoixMultiples, champJour } from "../champ.ts";
import { celluleInformee } from "../faits/conclusion.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const points = [
  { valeur: "nature", libelle: "La nature des formations proposées" },
  { valeur: "duree", libelle: "Leur durée" },
  { valeur: "mise_en_oeuvre", libelle: "Leur mise en œuvre" },
  {
    valeur: "autre",
    libelle: "Autre chose",
    aide: "Tout le reste est secret : la cellule n’a pas à le savoir.",
  },
] as const;

export const informerCellule = defineActe({
  nom: "informerCellule",
  titre: "Noter l’information de la cellule de reclassement",
  chapeau: "Seulement si le projet propose une formation, et seulement sur cette formation.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date" }),
    points: champChoixMultiples({ libelle: "Ce que la cellule a appris", min: 1, options: points }),
  },
  obstacle: ({ financement }) =>
    financement?.financeurs.includes("conge_reclassement") === true
      ? null
      : refus(
          undefined,
          "Ce bilan n’a pas lieu en congé de reclassement : aucune cellule n’est à informer.",
          "Cela devient possible quand le financement dit un congé de reclassement.",
        ),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    points: etat.projet?.formation === true ? ["nature", "duree", "mise_en_oeuvre"] : [],
  }),
  decider: (etat, { date, points: dits }) =>
    sauf([pasAvant(date, etat.demande?.date, "la demande")], () => [
      celluleInformee.nouveau(date, { points: dits }),
    ]),
});

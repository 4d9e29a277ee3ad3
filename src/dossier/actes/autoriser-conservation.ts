import { limiteDeConservation } from "../../law/calcul/conservation-contenus.ts";
import { traverseLeChangement } from "../../law/calcul/conservations-jugees.ts";
import { finPrevue } from "../../law/calcul/deroulement.ts";
import type { Etat } from "../../law/etat.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import { accorder } from "../../values/accorder.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champChoixMultiples, champJour, facultatif } from "../champ.ts";
import { conservationAutorisee } from "../faits/fin.ts";
import { optionsConservables } from "../options-fin.ts";
import { pasAvant, pasFuture, refus, sauf } from "../refus.ts";

const bases = [
  { valeur: "accord_suivi", libelle: "La personne l’a accepté par écrit, pour être suivie" },
  {
    valeur: "communication_l6313_4",
    libelle: "La synthèse a été communiquée à sa demande",
    aide: "Seule la synthèse peut alors être gardée.",
  },
] as const;

/** The last day that the law allows, from the term, known or expected. */
function limite(etat: Etat, au: Jour): Jour {
  return limiteDeConservation(jourDeLaFin(etat) ?? finPrevue(etat) ?? au).le;
}

/** R6313-7 al. 2 leaves no day beyond: certain once the term is known; before, the finding says it in its time. */
function tropLong(etat: Etat, jusquAu: Jour) {
  const terme = jourDeLaFin(etat);
  if (terme === null || traverseLeChangement(terme)) return null;
  const { le, annees } = limiteDeConservation(terme);
  return (
    jusquAu > le &&
    refus(
      "jusquAu",
      `La loi donne ${accorder(annees, "an")} au plus après le terme : jusqu’au ${formatJour(le)}.`,
    )
  );
}

export const autoriserConservation = defineActe({
  nom: "autoriserConservation",
  titre: "Noter l’accord pour conserver des documents",
  chapeau: "Sans cet accord, tout le contenu du bilan se détruit au terme. La personne peut le retirer.",
  nature: "decision",
  champs: (etat, contexte) => ({
    date: champJour({ libelle: "Date" }),
    base: champChoix({ libelle: "Pourquoi conserver", options: bases }),
    documents: champChoixMultiples({ libelle: "Quoi", min: 1, options: optionsConservables }),
    signeLe: facultatif(champJour({ libelle: "Date de la signature de la personne" })),
    jusquAu: champJour({
      libelle: "Jusqu’à quelle date",
      aide: `Au plus tard le ${formatJour(limite(etat, contexte.au))}.`,
    }),
  }),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    base: "accord_suivi",
    documents: ["synthese"],
    signeLe: formatJourSaisie(contexte.au),
    jusquAu: formatJourSaisie(limite(etat, contexte.au)),
  }),
  decider: (etat, { date, ...donnees }, contexte) =>
    sauf(
      [
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        pasFuture(donnees.signeLe, contexte.au, "signeLe"),
        pasAvant(donnees.jusquAu, date, "cet accord", "jusquAu"),
        donnees.base === "accord_suivi" &&
          donnees.signeLe === null &&
          refus("signeLe", "Indiquez quand la personne a signé son accord."),
        donnees.base === "communication_l6313_4" &&
          donnees.documents.some((d) => d !== "synthese") &&
          refus(
            "documents",
            "Sans accord écrit pour un suivi, seule la synthèse communiquée peut être gardée.",
            "Cela devient possible quand la personne accepte par écrit d’être suivie.",
          ),
        tropLong(etat, donnees.jusquAu),
      ],
      () => [conservationAutorisee.nouveau(date, donnees)],
    ),
});

import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import { premiereSeance } from "../../calcul/premiere-seance.ts";
import { jourDeLaFin } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { phaseInvestigation } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

export default defineRule({
  id: "A11",
  statement:
    "L’investigation mène à un projet dont la pertinence est vérifiée, ou à une alternative au moins.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q14"],
  sources: [phaseInvestigation],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "un projet vérifié, ou une alternative, est noté avant la phase de conclusion.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (estPartiel(etat)) return sansObjet("Le bilan s’est arrêté avant son terme.");
    const conclusion = premiereSeance(etat, "tenue", ["conclusion"]);
    const { projet } = etat;
    if (projet === null) {
      if (conclusion !== null) {
        return nonConforme(
          `La conclusion a commencé le ${formatJour(conclusion.date)} sans projet ni alternative noté.`,
        );
      }
      if (estClos(etat, au)) return nonConforme("Le bilan est terminé sans projet ni alternative noté.");
      return indetermine("Un projet vérifié, ou une alternative, avant la conclusion.", {
        echeance: premiereSeance(etat, "prevue", ["conclusion"])?.date ?? finPrevue(etat),
        acte: "elaborerProjet",
      });
    }
    const fin = jourDeLaFin(etat);
    if (fin !== null && projet.date > fin) {
      return nonConforme(
        `Le projet est noté le ${formatJour(projet.date)}, après la fin du bilan le ${formatJour(fin)}.`,
      );
    }
    if (!projet.pertinenceVerifiee && projet.alternatives < 1) {
      return nonConforme(
        `Le projet noté le ${formatJour(projet.date)} n’a pas été vérifié, et aucune alternative n’est donnée.`,
      );
    }
    return conforme(
      projet.pertinenceVerifiee ? "La pertinence du projet a été vérifiée." : "Une alternative est donnée.",
    );
  },
  examples: [
    { cas: "projet vérifié", etat: {}, attendu: "conforme" },
    {
      cas: "projet non vérifié, une alternative",
      etat: { projet: { ...BILAN.projet!, pertinenceVerifiee: false, alternatives: 1 } },
      attendu: "conforme",
    },
    {
      cas: "ni vérification ni alternative",
      etat: { projet: { ...BILAN.projet!, pertinenceVerifiee: false, alternatives: 0 } },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "conclusion commencée sans projet", etat: { projet: null }, attendu: "non_conforme" },
    {
      cas: "noté le dernier jour",
      etat: { projet: { ...BILAN.projet!, ...trace("2026-11-16") } },
      attendu: "conforme",
    },
    {
      cas: "noté le lendemain de la fin",
      etat: { projet: { ...BILAN.projet!, ...trace("2026-11-17") } },
      attendu: "non_conforme",
    },
    { cas: "investigation en cours", etat: enCours(5), au: "2026-10-27", attendu: "indetermine" },
    { cas: "abandon", etat: abandon(5), attendu: "sans_objet" },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});

import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { estPartiel, finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import { jourDeLaFin } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { destinataireDesResultats } from "../../textes/secret.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours, trace } from "./exemples.ts";

export default defineRule({
  id: "D06",
  statement: "Un document de synthèse est écrit pour chaque bilan suivi jusqu’à son terme.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q17"],
  sources: [destinataireDesResultats, webinaire(17)],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "la synthèse est écrite avant la sortie.",
  evaluate: (etat, au) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    if (estPartiel(etat)) return sansObjet("Le bilan n’a pas été suivi jusqu’à son terme.");
    const fin = jourDeLaFin(etat);
    const premiere = etat.syntheses[0];
    if (premiere === undefined) {
      if (fin !== null && fin < au)
        return nonConforme(`Le bilan s’est terminé le ${formatJour(fin)} sans synthèse.`);
      const echeance = fin ?? finPrevue(etat);
      return indetermine("Le document de synthèse.", { echeance, acte: "redigerSynthese" });
    }
    if (fin !== null && premiere.date > fin) {
      return nonConforme(
        `La synthèse a été écrite le ${formatJour(premiere.date)}, après la sortie du ${formatJour(fin)}.`,
      );
    }
    return conforme(`La synthèse est du ${formatJour(premiere.date)}.`);
  },
  examples: [
    { cas: "écrite trois jours avant la fin", etat: {}, attendu: "conforme" },
    {
      cas: "écrite le dernier jour",
      etat: { syntheses: [{ ...BILAN.syntheses[0]!, ...trace("2026-11-16") }] },
      attendu: "conforme",
    },
    {
      cas: "écrite le lendemain",
      etat: { syntheses: [{ ...BILAN.syntheses[0]!, ...trace("2026-11-17") }] },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "terminé sans synthèse", etat: { syntheses: [] }, attendu: "non_conforme", reserve: false },
    {
      cas: "pas encore écrite le dernier jour",
      etat: { syntheses: [] },
      au: "2026-11-16",
      attendu: "indetermine",
    },
    { cas: "bilan en cours", etat: enCours(6), au: "2026-11-03", attendu: "indetermine" },
    { cas: "abandon : jugé sans synthèse", etat: abandon(4), attendu: "sans_objet" },
    {
      cas: "force majeure : jugé sans synthèse",
      etat: {
        syntheses: [],
        serviceFait: { ...BILAN.serviceFait!, motif: "force_majeure" },
        finAnticipee: { ...abandon(4).finAnticipee!, forceMajeure: true },
      },
      attendu: "sans_objet",
    },
  ],
});

import { formatDuree, heures, minutes } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { dureePrevue, minutesEngagees } from "../../heures.ts";
import { valeurAu } from "../../parameter.ts";
import { plafondHeures } from "../../parameters/plafond-heures.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";

export default defineRule({
  id: "A04",
  statement: "Un bilan de compétences dure au plus 24 heures.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q5", "Q6", "Q7"],
  sources: [plafondHeures.values[0]!.source],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "les heures prévues et faites restent à 24 h ou moins.",
  evaluate: (etat, au) => {
    const plafond = valeurAu(plafondHeures, jourDuDebut(etat) ?? au)!.value;
    const prevue = dureePrevue(etat);
    const engagees = minutesEngagees(etat.seances);
    const duree = Math.max(prevue ?? 0, engagees);
    if (duree > plafond) {
      return nonConforme(
        `${formatDuree(duree)} prévues ou faites : c’est ${formatDuree(duree - plafond)} de trop.`,
      );
    }
    if (prevue === null) return indetermine("La durée prévue du bilan.", { acte: "emettreDevis" });
    return conforme(`${formatDuree(duree)} au plus, sous le plafond de ${formatDuree(plafond)}.`);
  },
  examples: [
    {
      cas: "24 h juste",
      etat: { devis: [{ ...BILAN.devis[0]!, duree: heures(24) }], documentsSuivi: [], ajustements: [] },
      attendu: "conforme",
    },
    {
      cas: "24 h 30 prévues au document de suivi",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, duree: minutes(24 * 60 + 30) }] },
      attendu: "non_conforme",
    },
    {
      cas: "aucune durée encore",
      etat: { devis: [], documentsSuivi: [], ajustements: [], seances: [] },
      attendu: "indetermine",
    },
  ],
});

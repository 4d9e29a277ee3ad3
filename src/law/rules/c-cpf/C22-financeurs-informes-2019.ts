import { jour } from "../../../values/jour.ts";
import { prudentAvantLaVersion } from "../../calcul/version-non-lue.ts";
import { jourDeReference } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { code } from "../../sources.ts";
import { payePar, serviceFait } from "./exemples.ts";
import { exemplesInformation } from "./exemples-information.ts";
import { jugerInformation } from "./information-financeurs.ts";

/** First day of the version of L6353-10 that was read; the article is older. */
const VERSION_LUE = jour("2023-12-20");

export default defineRule({
  id: "C22",
  statement: "Les financeurs sont informés du début, des interruptions et de la fin du bilan.",
  gravite: "majeure",
  effet: "tache",
  questions: [],
  sources: [code("L6353-10", "LEGIARTI000048590211")],
  inForce: { from: jour("2019-01-01"), until: jour("2026-06-27"), repere: "fin" },
  remede: "chaque financeur sait que le bilan a commencé, s’est interrompu ou s’est achevé.",
  evaluate: (etat, au) =>
    prudentAvantLaVersion(jugerInformation(etat), jourDeReference(etat, "fin", au), "L6353-10", VERSION_LUE),
  examples: [
    ...exemplesInformation(false),
    {
      cas: "OPCO jamais informé du début, bilan fini la veille de la version lue",
      etat: {
        ...payePar("opco"),
        ...serviceFait({ sortieLe: jour("2023-12-19") }),
        commande: null,
        entree: null,
      },
      attendu: "non_conforme",
      reserve: true,
    },
  ],
});

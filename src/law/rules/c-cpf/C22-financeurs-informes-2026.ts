import { jour } from "../../../values/jour.ts";
import { defineRule } from "../../rule.ts";
import { code } from "../../sources.ts";
import { exemplesInformation } from "./exemples-information.ts";
import { jugerInformation } from "./information-financeurs.ts";

export default defineRule({
  id: "C22",
  statement: "Les financeurs sont informés du début, des interruptions et de la fin du bilan.",
  gravite: "majeure",
  effet: "tache",
  questions: [],
  sources: [code("L6353-10", "LEGIARTI000048590211", "version du 27 mars 2026")],
  inForce: { from: jour("2026-06-27"), until: null, repere: "fin" },
  reserve: "L’article a changé avec la loi du 25 juin 2026 ; sa nouvelle rédaction n’a pas été lue.",
  remede: "chaque financeur sait que le bilan a commencé, s’est interrompu ou s’est achevé.",
  evaluate: jugerInformation,
  examples: exemplesInformation(true),
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { code } from "../sources.ts";

export const plafondHeures = defineParameter({
  id: "plafond-heures",
  statement: "Durée maximale d’un bilan de compétences.",
  unit: "minutes",
  values: [
    { from: jour("2019-01-01"), value: 24 * 60, source: code("L6313-4", "LEGIARTI000037385673", "al. 5") },
  ],
});

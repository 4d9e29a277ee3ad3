import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { delaiDeRetractation } from "../textes/edof.ts";

/** Counted from the acceptance; the old CGU has the person waive it when the bilan begins. */
export const retractationEdof = defineParameter({
  id: "retractation-edof",
  statement: "Délai de rétractation du titulaire sur Mon Compte Formation.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 14, source: delaiDeRetractation }],
});

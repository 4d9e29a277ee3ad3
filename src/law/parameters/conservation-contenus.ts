import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { conservationTroisAns, conservationUnAn } from "../textes/conservation.ts";

/** Read on the day of the term: a bilan keeps the rule under which it ended. */
export const conservationContenus = defineParameter({
  id: "conservation-contenus",
  statement: "Durée pendant laquelle la synthèse ou un document couvert par un accord peut être conservé.",
  unit: "années après le terme",
  values: [
    { from: jour("2019-01-01"), value: 1, source: conservationUnAn },
    { from: jour("2023-12-31"), value: 3, source: conservationTroisAns },
  ],
});

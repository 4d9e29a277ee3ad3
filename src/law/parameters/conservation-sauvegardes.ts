import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { copiesDeSauvegarde } from "../textes/conservation.ts";

/** The longest that our reading leaves a copy of what was destroyed. */
export const conservationSauvegardes = defineParameter({
  id: "conservation-sauvegardes",
  statement: "Durée pendant laquelle une sauvegarde est gardée.",
  unit: "jours après la sauvegarde",
  values: [{ from: jour("2019-01-01"), value: 30, source: copiesDeSauvegarde }],
});

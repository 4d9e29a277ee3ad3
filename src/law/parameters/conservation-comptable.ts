import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { piecesComptables } from "../textes/conservation.ts";

/** Counted from the end of the invoice's own year: the latest of what « ten years » may mean. */
export const conservationComptable = defineParameter({
  id: "conservation-comptable",
  statement: "Durée de conservation des pièces comptables.",
  unit: "années après la fin de l’année de la facture",
  values: [{ from: jour("2019-01-01"), value: 10, source: piecesComptables }],
});

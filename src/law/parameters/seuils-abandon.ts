import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { bandesDePaiement } from "../textes/edof.ts";

/** Below the first, the first is paid; from the second on, the whole price; between them, pro rata. */
export const seuilsAbandon = defineParameter({
  id: "seuils-abandon",
  statement: "Parts du bilan réalisé qui commandent le paiement après un abandon sans force majeure.",
  unit: "dix-millièmes",
  values: [{ from: jour("2019-01-01"), value: { plancher: 2500, plafond: 8000 }, source: bandesDePaiement }],
});

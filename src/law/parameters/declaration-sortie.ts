import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { serviceFaitEdof } from "../textes/edof.ts";

/** Counted from the effective exit; the exit is recorded only with the service fait. */
export const declarationSortie = defineParameter({
  id: "declaration-sortie",
  statement: "Délai pour déclarer la sortie effective et le service fait dans EDOF.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 3, source: serviceFaitEdof }],
});

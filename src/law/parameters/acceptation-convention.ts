import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { conventionTripartite } from "../textes/contrat.ts";

/** Silence at its end is a refusal. Calendar days: the text says « jours » and no more. */
export const acceptationConvention = defineParameter({
  id: "acceptation-convention",
  statement: "Délai du salarié pour signer la convention, à compter de sa transmission par l’employeur.",
  unit: "jours",
  values: [{ from: jour("2019-01-01"), value: 10, source: conventionTripartite }],
});

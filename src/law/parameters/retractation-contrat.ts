import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { retractation } from "../textes/contrat.ts";

export const retractationContrat = defineParameter({
  id: "retractation-contrat",
  statement: "Délai de rétractation de la personne qui paie elle-même, à compter de la signature.",
  unit: "jours",
  values: [{ from: jour("2019-01-01"), value: 10, source: retractation }],
});

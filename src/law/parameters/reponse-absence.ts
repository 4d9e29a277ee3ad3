import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { delaisDAbsence } from "../textes/contrat.ts";

export const reponseAbsence = defineParameter({
  id: "reponse-absence",
  statement: "Délai de réponse de l’employeur à une demande d’absence ; son silence vaut acceptation.",
  unit: "jours",
  values: [{ from: jour("2019-01-01"), value: 30, source: delaisDAbsence }],
});

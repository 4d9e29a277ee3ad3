import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { delaisDAbsence } from "../textes/contrat.ts";

/** D6323-4 I: the longer delay is that of an action of six months or more. */
export const absenceCpf = defineParameter({
  id: "absence-cpf",
  statement:
    "Délai minimal entre la demande d’absence faite à l’employeur et le début, sur le temps de travail.",
  unit: "jours avant le début",
  values: [{ from: jour("2019-01-01"), value: { court: 60, long: 120 }, source: delaisDAbsence }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { agentsTerritoriaux } from "../textes/contrat.ts";

/** Territorial and hospital civil services; for the State, no delay of request was found. */
export const absenceAgents = defineParameter({
  id: "absence-agents",
  statement: "Délai minimal entre la demande de congé d’un agent public et le début du bilan.",
  unit: "jours avant le début",
  values: [{ from: jour("2019-01-01"), value: 60, source: agentsTerritoriaux }],
});

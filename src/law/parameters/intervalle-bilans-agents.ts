import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { agentsPublics } from "../textes/contrat.ts";

export const intervalleBilansAgents = defineParameter({
  id: "intervalle-bilans-agents",
  statement: "Délai entre deux bilans d’un agent public.",
  unit: "années",
  values: [{ from: jour("2019-01-01"), value: 5, source: agentsPublics }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { agentsPublics, agentsTerritoriaux } from "../textes/contrat.ts";

/** Territorial and hospital civil services. Nothing that was read says what silence means. */
export const reponseAbsenceAgents = defineParameter({
  id: "reponse-absence-agents",
  statement: "Délai de réponse d’une administration territoriale ou hospitalière à une demande de congé.",
  unit: "jours",
  values: [{ from: jour("2019-01-01"), value: 30, source: agentsTerritoriaux }],
});

export const reponseAbsenceEtat = defineParameter({
  id: "reponse-absence-etat",
  statement: "Délai de réponse d’une administration de l’État à une demande de congé.",
  unit: "mois",
  values: [{ from: jour("2019-01-01"), value: 2, source: agentsPublics }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { echelonnement } from "../textes/contrat.ts";

export const premierPaiement = defineParameter({
  id: "premier-paiement",
  statement: "Part du prix qu’une personne qui paie elle-même peut verser à la fin du délai de rétractation.",
  unit: "pour cent",
  values: [{ from: jour("2019-01-01"), value: 30, source: echelonnement }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { finDeReprise } from "../textes/conservation.ts";

/** Our reading of the State's control: the law of 25 June 2026 was not read in its final wording. */
export const delaiDeReprise = defineParameter({
  id: "delai-de-reprise",
  statement: "Durée pendant laquelle l’État peut contrôler un exercice.",
  unit: "années après la fin de l’exercice",
  values: [{ from: jour("2019-01-01"), value: 3, source: finDeReprise }],
});

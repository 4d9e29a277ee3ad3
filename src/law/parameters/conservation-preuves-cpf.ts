import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { preuvesQuatreAns } from "../textes/conservation.ts";

/** The only wording read is that of February 2023: for an earlier term the finding says so. */
export const conservationPreuvesCpf = defineParameter({
  id: "conservation-preuves-cpf",
  statement: "Durée de conservation des preuves d’un bilan financé par le compte personnel de formation.",
  unit: "années après l’exécution",
  values: [{ from: jour("2019-01-01"), value: 4, source: preuvesQuatreAns }],
});

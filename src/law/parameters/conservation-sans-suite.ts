import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { sansSuiteTroisAns } from "../textes/conservation.ts";

/** No text read gives it: nothing is taken away by it unless the organisation says so, for this long at most. */
export const conservationSansSuite = defineParameter({
  id: "conservation-sans-suite",
  statement: "Durée pendant laquelle on garde qui a pris contact et n’a pas donné suite.",
  unit: "années après le dernier contact",
  values: [{ from: jour("2019-01-01"), value: 3, source: sansSuiteTroisAns }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { lecture } from "../sources.ts";

/** The text says « dès le terme » and gives no number: within these days the delay is only a warning. */
export const delaiDestruction = defineParameter({
  id: "delai-destruction",
  statement: "Retard de destruction au-delà duquel le constat n’est plus un simple avertissement.",
  unit: "jours",
  values: [
    {
      from: jour("2019-01-01"),
      value: 7,
      source: lecture(
        "Destruction due le jour du terme, en retard le lendemain, manquement après sept jours",
      ),
    },
  ],
});

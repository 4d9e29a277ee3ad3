import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { lecture } from "../sources.ts";

/** « Dans la même année » of the official answer, counted from one bilan to the next. */
export const repetitionBilans = defineParameter({
  id: "repetition-bilans",
  statement: "Délai pendant lequel un second bilan doit être justifié.",
  unit: "mois",
  values: [
    { from: jour("2019-01-01"), value: 12, source: lecture("« La même année » se compte sur douze mois") },
  ],
});

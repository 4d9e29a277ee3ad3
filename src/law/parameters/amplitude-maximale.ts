import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { lecture } from "../sources.ts";

export const amplitudeMaximale = defineParameter({
  id: "amplitude-maximale",
  statement: "Durée de calendrier au-delà de laquelle un bilan est dit très étalé.",
  unit: "mois",
  values: [
    {
      from: jour("2019-01-01"),
      value: 6,
      source: lecture("Un bilan tient en six mois (pratique)"),
    },
  ],
});

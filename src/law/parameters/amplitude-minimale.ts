import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { lecture } from "../sources.ts";

export const amplitudeMinimale = defineParameter({
  id: "amplitude-minimale",
  statement: "Durée de calendrier en dessous de laquelle un bilan est dit trop ramassé.",
  unit: "jours",
  values: [
    {
      from: jour("2019-01-01"),
      value: 14,
      source: lecture("Un bilan s’étend sur deux semaines au moins (pratique)"),
    },
  ],
});

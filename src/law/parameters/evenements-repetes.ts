import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { lecture } from "../sources.ts";

export const evenementsRepetes = defineParameter({
  id: "evenements-repetes",
  statement:
    "Nombre d’allongements pour rencontre de métier, PMSMP ou convenance qui fait penser à un usage systématique.",
  unit: "événements",
  values: [
    {
      from: jour("2019-01-01"),
      value: 2,
      source: lecture("Deux allongements prévisibles dans un même bilan (pratique)"),
    },
  ],
});

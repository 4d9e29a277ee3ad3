import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { lecture } from "../sources.ts";

export const delaiSignature = defineParameter({
  id: "delai-signature",
  statement: "Délai au-delà duquel la signature d’une séance est dite tardive.",
  unit: "jours ouvrés",
  values: [
    {
      from: jour("2019-01-01"),
      value: 3,
      source: lecture("Signature tardive au-delà de trois jours ouvrés (pratique)"),
    },
  ],
});

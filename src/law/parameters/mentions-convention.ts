import { jour } from "../../values/jour.ts";
import { MENTIONS_FINANCEE, MENTIONS_FINANCEE_2025 } from "../listes/mentions-convention.ts";
import { defineParameter } from "../parameter.ts";
import { conventionAvantJuillet2025, conventionFinancee } from "../textes/contrat.ts";

/** Read on the day the convention is concluded. */
export const mentionsConvention = defineParameter({
  id: "mentions-convention",
  statement:
    "Mentions de la convention payée par un financeur public, un opérateur de compétences ou un FAF.",
  unit: "mentions",
  values: [
    { from: jour("2019-01-01"), value: MENTIONS_FINANCEE, source: conventionAvantJuillet2025 },
    { from: jour("2025-07-01"), value: MENTIONS_FINANCEE_2025, source: conventionFinancee },
  ],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { entreeEnFormation } from "../textes/edof.ts";

/** Counted from the effective entry. */
export const declarationEntree = defineParameter({
  id: "declaration-entree",
  statement: "Délai pour déclarer l’entrée effective dans EDOF.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 3, source: entreeEnFormation }],
});

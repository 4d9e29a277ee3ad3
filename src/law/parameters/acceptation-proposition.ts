import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { delaisDeCommande } from "../textes/edof.ts";

/** Counted from the answer of the organisation. */
export const acceptationProposition = defineParameter({
  id: "acceptation-proposition",
  statement: "Délai du titulaire pour accepter la proposition de l’organisme.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 4, source: delaisDeCommande }],
});

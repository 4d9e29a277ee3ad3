import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { delaiDeDebut } from "../textes/edof.ts";

/** Counted from the request of the person. */
export const debutSession = defineParameter({
  id: "debut-session",
  statement: "Délai minimal entre la demande de souscription et le début de la session.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 11, source: delaiDeDebut }],
});

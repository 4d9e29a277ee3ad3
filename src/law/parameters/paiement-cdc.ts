import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { delaiDePaiement } from "../textes/edof.ts";

/** Calendar days, once the service fait is validated and the invoice data are sent. */
export const paiementCdc = defineParameter({
  id: "paiement-cdc",
  statement: "Délai de paiement de la Caisse des Dépôts.",
  unit: "jours",
  values: [{ from: jour("2019-01-01"), value: 30, source: delaiDePaiement }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { serviceFaitEdof } from "../textes/edof.ts";

/** Automatic, unless the Caisse des Dépôts controls the service fait. */
export const validationServiceFait = defineParameter({
  id: "validation-service-fait",
  statement: "Délai de validation du service fait par la Caisse des Dépôts.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 5, source: serviceFaitEdof }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { delaisDeCommande } from "../textes/edof.ts";

/** When the offer has admission conditions, after an acknowledgement. */
export const reponseCommandeAdmission = defineParameter({
  id: "reponse-commande-admission",
  statement: "Délai de réponse de l’organisme quand l’offre a des conditions d’admission.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 30, source: delaisDeCommande }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { delaisDeCommande } from "../textes/edof.ts";

/** The accounts that give it bear no date: taken for the whole life of the platform. */
export const reponseCommande = defineParameter({
  id: "reponse-commande",
  statement: "Délai de réponse de l’organisme à une demande de souscription.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 2, source: delaisDeCommande }],
});

import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { certificatOfficiel } from "../textes/conservation.ts";

export const conservationPiecesPayees = defineParameter({
  id: "conservation-pieces-payees",
  statement:
    "Durée de conservation des pièces d’un bilan pour lequel un certificat de réalisation est signé.",
  unit: "années après la fin de l’année du dernier paiement",
  values: [{ from: jour("2019-01-01"), value: 3, source: certificatOfficiel }],
});

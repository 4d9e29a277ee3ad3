import type { Rule } from "../../rule.ts";
import B01 from "./B01-fiche-publique.ts";
import B01De2026 from "./B01-fiche-publique-2026.ts";
import B02 from "./B02-indicateurs.ts";
import B02De2026 from "./B02-indicateurs-2026.ts";
import B03 from "./B03-information-prealable.ts";
import B04 from "./B04-information-cpf.ts";
import B05 from "./B05-pas-de-demarchage.ts";
import B06 from "./B06-aucun-avantage.ts";
import B07 from "./B07-ni-solde-ni-identifiants.ts";
import B08 from "./B08-publicite-loyale.ts";

/** Information, contract, commerce. */
export const contratEtInformation: Rule[] = [B01, B01De2026, B02, B02De2026, B03, B04, B05, B06, B07, B08];

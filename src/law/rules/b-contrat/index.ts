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
import B09 from "./B09-contrat-avant-tout.ts";
import B10 from "./B10-mentions-de-nullite.ts";
import B11 from "./B11-retractation-et-paiements.ts";
import B12 from "./B12-convention.ts";
import B13 from "./B13-convention-tripartite.ts";
import B14 from "./B14-dix-jours-pour-signer.ts";
import B15 from "./B15-mention-de-la-declaration.ts";
import B16 from "./B16-version-des-cgu.ts";
import B17 from "./B17-agents-publics.ts";
import B18 from "./B18-demande-d-absence.ts";

/** Information, contract, commerce. */
export const contratEtInformation: Rule[] = [
  B01,
  B01De2026,
  B02,
  B02De2026,
  B03,
  B04,
  B05,
  B06,
  B07,
  B08,
  B09,
  B10,
  B11,
  B12,
  B13,
  B14,
  B15,
  B16,
  B17,
  B18,
];

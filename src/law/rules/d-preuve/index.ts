import type { Rule } from "../../rule.ts";
import D01 from "./D01-seances-consignees.ts";
import D02 from "./D02-seances-signees.ts";
import D03 from "./D03-trace-a-distance.ts";
import D04 from "./D04-phase-preliminaire-tracee.ts";
import D05 from "./D05-travail-personnel.ts";
import D06 from "./D06-synthese-ecrite.ts";
import D07 from "./D07-synthese-complete.ts";
import D08 from "./D08-rien-de-personnel.ts";
import D09 from "./D09-remise-a-la-fin.ts";
import D10 from "./D10-destinataires.ts";
import D11 from "./D11-payeur-sans-contenu.ts";
import D12 from "./D12-clause-de-synthese.ts";
import D13 from "./D13-secret-des-intervenants.ts";
import D14 from "./D14-destruction-au-terme.ts";
import D15troisAns from "./D15-trois-ans.ts";
import D15unAn from "./D15-un-an.ts";
import D16 from "./D16-preuves-quatre-ans.ts";
import D17 from "./D17-rien-pendant-un-controle.ts";
import D20 from "./D20-certificat-de-realisation.ts";

/** Proof of execution, synthesis, secrecy, retention. */
export const preuveEtSecret: Rule[] = [
  D01,
  D02,
  D03,
  D04,
  D05,
  D06,
  D07,
  D08,
  D09,
  D10,
  D11,
  D12,
  D13,
  D14,
  D15unAn,
  D15troisAns,
  D16,
  D17,
  D20,
];

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

/** Proof of execution, synthesis, secrecy, retention. */
export const preuveEtSecret: Rule[] = [D01, D02, D03, D04, D05, D06, D07, D08, D09];

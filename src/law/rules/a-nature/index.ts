import type { Rule } from "../../rule.ts";
import A04 from "./A04-vingt-quatre-heures.ts";

/** What a bilan is and how it is conducted. */
export const natureEtDeroulement: Rule[] = [A04];

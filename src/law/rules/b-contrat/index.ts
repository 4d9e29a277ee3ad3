import type { Rule } from "../../rule.ts";

/** Information, contract, commerce. */
export const contratEtInformation: Rule[] = [];

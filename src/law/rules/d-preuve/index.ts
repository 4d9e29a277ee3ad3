import type { Rule } from "../../rule.ts";

/** Proof of execution, synthesis, secrecy, retention. */
export const preuveEtSecret: Rule[] = [];

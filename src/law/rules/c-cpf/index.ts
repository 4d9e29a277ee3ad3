import type { Rule } from "../../rule.ts";

/** CPF eligibility, life cycle in EDOF, money. */
export const cpfEtArgent: Rule[] = [];

import type { Rule } from "../../rule.ts";
import E08 from "./E08-certification.ts";
import E37 from "./E37-pieces-payees.ts";

/** The organisation itself: quality, controls, what it keeps. */
export const organismeEtQualite: Rule[] = [E08, E37];

import type { Phase } from "../../law/etat.ts";

/** The three legal phases, numbered in the order that the person lives them: bar, table and timeline say the same. */
export const PHASES_NUMEROTEES: Readonly<Record<Phase, string>> = {
  preliminaire: "1. Préliminaire",
  investigation: "2. Investigation",
  conclusion: "3. Conclusion",
};

/** The three phases of a bilan, in the order of R6313-4. */
export const PHASES = ["preliminaire", "investigation", "conclusion"] as const;
export type Phase = (typeof PHASES)[number];

/** As a sentence names them, after an article or a number. */
export const NOM_DE_PHASE: Readonly<Record<Phase, string>> = {
  preliminaire: "phase préliminaire",
  investigation: "phase d’investigation",
  conclusion: "phase de conclusion",
};

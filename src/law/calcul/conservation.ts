/** The clocks of retention: content goes at the term or at the end of an agreement, proofs at the latest of their own. */
export * from "./conservation-contenus.ts";
export * from "./conservation-preuves.ts";

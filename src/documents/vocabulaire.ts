/** The three phases of R6313-4. */
export type Phase = "preliminaire" | "investigation" | "conclusion";
export const PHASES: readonly Phase[] = ["preliminaire", "investigation", "conclusion"];
export const NOM_DE_PHASE: Record<Phase, string> = {
  preliminaire: "Phase préliminaire",
  investigation: "Phase d’investigation",
  conclusion: "Phase de conclusion",
};

export type Modalite = "presentiel" | "distanciel" | "mixte";
export const NOM_DE_MODALITE: Record<Modalite, string> = {
  presentiel: "en présentiel",
  distanciel: "à distance",
  mixte: "en présentiel et à distance",
};

/** A session is held in one place only. */
export type ModaliteDeSeance = Exclude<Modalite, "mixte">;

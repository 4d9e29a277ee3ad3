import { capitale } from "../values/capitale.ts";
import { NOM_DE_PHASE, type Phase } from "../values/phase.ts";

/** A phase at the head of a row or of a part: « Phase de conclusion ». */
export const titreDePhase = (phase: Phase): string => capitale(NOM_DE_PHASE[phase]);

export type Modalite = "presentiel" | "distanciel" | "mixte";
export const NOM_DE_MODALITE: Record<Modalite, string> = {
  presentiel: "en présentiel",
  distanciel: "à distance",
  mixte: "en présentiel et à distance",
};

/** A session is held in one place only. */
export type ModaliteDeSeance = Exclude<Modalite, "mixte">;

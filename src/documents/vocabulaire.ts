import { capitale } from "../values/capitale.ts";
import type { Modalite } from "../values/modalite.ts";
import { NOM_DE_PHASE, type Phase } from "../values/phase.ts";

/** A phase at the head of a row or of a part: « Phase de conclusion ». */
export const titreDePhase = (phase: Phase): string => capitale(NOM_DE_PHASE[phase]);

/** After « le bilan se tient ». */
export const NOM_DE_MODALITE: Record<Modalite, string> = {
  presentiel: "en présentiel",
  distanciel: "à distance",
  mixte: "en présentiel et à distance",
};

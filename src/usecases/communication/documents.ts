import type { Communication } from "../../law/etat.ts";

/** The paper that each document of L6313-4 is printed as. */
export const PAPIER_DE: Readonly<Record<Communication["document"], string>> = {
  synthese: "synthese",
  resultats_detailles: "resultats-detailles",
};

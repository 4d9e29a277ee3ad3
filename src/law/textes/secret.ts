import { code, officielle } from "../sources.ts";

const L6313_4 = "LEGIARTI000037385673";

/** The person receives the detailed results and the synthesis; anyone else only at her request or with her agreement. */
export const destinataireDesResultats = code("L6313-4", L6313_4, "al. 3");
/** Whoever makes or holds a bilan is bound by professional secrecy. */
export const secretDuBilan = code("L6313-4", L6313_4, "al. 4");
export const secretProfessionnel = officielle("Code pénal, art. 226-13", "2026-11-23");

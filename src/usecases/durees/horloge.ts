import type { Passage } from "../../store/dossier/passage.ts";

const HEURE_MS = 3_600_000;
const JOUR_MS = 24 * HEURE_MS;

/** A longer silence than this makes every announcement begin again: nobody may have seen them, or the clock jumped. */
const SILENCE_JOURS = 3;

/** How the clock of the machine stands against its last passing. */
export type EtatDHorloge = "juste" | "reprise" | "recul";

/**
 * An hour back is a clock set right; more is `recul`: nothing is announced or erased until a person says that the hour is
 * right. A long silence is `reprise`.
 */
export function etatDeLHorloge(passage: Passage | undefined, maintenant: string): EtatDHorloge {
  if (passage === undefined) return "juste";
  const ecart = Date.parse(maintenant) - Date.parse(passage.le);
  if (ecart < -HEURE_MS) return "recul";
  return ecart > SILENCE_JOURS * JOUR_MS ? "reprise" : "juste";
}

import { heureDeParis, jourDeParis } from "../../usecases/heure-de-paris.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { formatHeure } from "../../values/heure.ts";
import type { Instant } from "../../values/instant.ts";

/** The day of a moment as the base keeps it, in Paris: « 24 novembre 2026 ». */
export const direJour = (instant: string): string => formatJour(jourDeParis(instant as Instant));

/** Its day and its clock: « 24 novembre 2026 à 9 h 30 ». */
export const direMoment = (instant: string): string =>
  `${direJour(instant)} à ${formatHeure(heureDeParis(instant as Instant))}`;

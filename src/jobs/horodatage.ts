import type { Maison } from "../usecases/maison.ts";
import { horodaterLesJournaux } from "../usecases/sceau/horodater-journaux.ts";
import { enBoucle, type Tache } from "./boucle.ts";

const PAUSE_MS = 15 * 60_000;

/** Has the authority stamp each journal once a day; one that does not answer is asked again a quarter of an hour later. */
export function horodaterChaqueJour(maison: Maison, journalise: (phrase: string) => void): Tache {
  return enBoucle(
    PAUSE_MS,
    () => horodaterLesJournaux(maison),
    () => journalise("Le journal n’a pas pu être horodaté ; nouvel essai dans un quart d’heure."),
  );
}

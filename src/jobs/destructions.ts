import { rendreLesDestructionsEffectives } from "../usecases/destruction/tourner-les-cles.ts";
import type { Maison } from "../usecases/maison.ts";
import { enBoucle, type Tache } from "./boucle.ts";

const PAUSE_MS = 60_000;

/** Destroys the outer key of what was destroyed, so that no copy opens any more: minutes after it was asked. */
export function detruireLesCles(maison: Maison, journalise: (phrase: string) => void): Tache {
  return enBoucle(
    PAUSE_MS,
    async () => {
      await rendreLesDestructionsEffectives(maison);
    },
    () => journalise("Une destruction n’a pas pu être achevée ; nouvel essai dans une minute."),
  );
}

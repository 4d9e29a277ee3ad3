import { tenirLesJournaux } from "../usecases/journal/signer-journal.ts";
import type { Maison } from "../usecases/maison.ts";
import { enBoucle, type Tache } from "./boucle.ts";

const PAUSE_MS = 500;

/** Gives the heads that wait their place in their log and signs the logs that grew. */
export function tenirLeJournal(maison: Maison, journalise: (phrase: string) => void): Tache {
  return enBoucle(
    PAUSE_MS,
    () => tenirLesJournaux(maison),
    () => journalise("Le journal n’a pas pu être mis à jour ; nouvel essai dans un instant."),
  );
}

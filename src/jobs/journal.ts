import type { Maison } from "../usecases/maison.ts";
import { tenirLesJournaux } from "../usecases/signer-journal.ts";

const PAUSE_MS = 500;

export interface Tache {
  arreter: () => Promise<void>;
}

/** Gives the heads that wait their place in their log and signs the logs that grew, until it is stopped. */
export function tenirLeJournal(maison: Maison, journalise: (phrase: string) => void): Tache {
  let arret = false;
  let reveil: (() => void) | undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      const minuterie = setTimeout(resolve, PAUSE_MS);
      reveil = () => {
        clearTimeout(minuterie);
        resolve();
      };
    });
  const tour = async () => {
    while (!arret) {
      try {
        await tenirLesJournaux(maison);
      } catch {
        // Nothing is lost: the heads wait in the database, and the next turn takes them.
        journalise("Le journal n’a pas pu être mis à jour ; nouvel essai dans un instant.");
      }
      await pause();
    }
  };
  const fini = tour();
  return {
    arreter: async () => {
      arret = true;
      reveil?.();
      await fini;
    },
  };
}

import { rafraichirResumes } from "../usecases/dossier/rafraichir-resumes.ts";
import { debutDuJourAParis } from "../usecases/heure-de-paris.ts";
import type { Maison } from "../usecases/maison.ts";
import { enBoucle, type Tache } from "./boucle.ts";

const PAUSE_MS = 60_000;

/** Judges the rows of the lists again when the day changes in Paris, when an organisation changes, and at each start. */
export function suivreLesJours(maison: Maison, journalise: (phrase: string) => void): Tache {
  const faits = new Map<string, string>();
  return enBoucle(
    PAUSE_MS,
    async () => {
      await rafraichirResumes(maison, debutDuJourAParis(maison.horloge()), faits);
    },
    () => journalise("Les échéances des listes n’ont pas pu être revues ; nouvel essai dans une minute."),
  );
}

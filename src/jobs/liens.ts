import type { Comptes } from "../auth/comptes.ts";
import { envoyerLiensDemandes } from "../usecases/compte/envoyer-liens.ts";
import type { Maison } from "../usecases/maison.ts";
import { enBoucle, type Tache } from "./boucle.ts";

const PAUSE_MS = 1_000;

/** Writes the sign-in links that were asked for. */
export function envoyerLesLiens(
  maison: Maison,
  comptes: Comptes,
  journalise: (phrase: string) => void,
): Tache {
  return enBoucle(
    PAUSE_MS,
    () => envoyerLiensDemandes(maison, comptes),
    () => journalise("Les liens demandés n’ont pas pu être écrits ; nouvel essai dans un instant."),
  );
}

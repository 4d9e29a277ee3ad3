import type { Maison } from "../usecases/maison.ts";
import type { Courrier } from "../usecases/messages/courrier.ts";
import { envoyerMessages } from "../usecases/messages/envoyer-messages.ts";
import { enBoucle, type Tache } from "./boucle.ts";

const PAUSE_MS = 2_000;

/** Sends the messages that wait. Asked to stop, it ends with the one in its hands. */
export function envoyerLesMessages(
  maison: Maison,
  courrier: Courrier,
  journalise: (phrase: string) => void,
): Tache {
  let arret = false;
  const tournee = { arrete: () => arret, journalise };
  const tache = enBoucle(
    PAUSE_MS,
    () => envoyerMessages(maison, courrier, tournee),
    () => journalise("Les messages n’ont pas pu être lus ou clos ; nouvel essai dans un instant."),
  );
  return {
    arreter: () => {
      arret = true;
      return tache.arreter();
    },
  };
}

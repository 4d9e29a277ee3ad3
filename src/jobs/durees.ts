import type { Comptes } from "../auth/comptes.ts";
import { tenirLesDurees } from "../usecases/durees/tenir-les-durees.ts";
import type { Maison } from "../usecases/maison.ts";
import { enBoucle, type Tache } from "./boucle.ts";

const PAUSE_MS = 600_000;

/** Announces what comes to the end of its retention and carries it out, every ten minutes. */
export function suivreLesDurees(
  maison: Maison,
  comptes: Comptes,
  journalise: (phrase: string) => void,
): Tache {
  return enBoucle(
    PAUSE_MS,
    async () => {
      await tenirLesDurees(maison, comptes);
    },
    () => journalise("Les durées de conservation n’ont pas pu être suivies ; nouvel essai dans dix minutes."),
  );
}

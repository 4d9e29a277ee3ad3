import { utf8 } from "../../evidence/bytes.ts";
import { transaction, transactionDeLecture } from "../../store/connexion.ts";
import { lireCheckpoints } from "../../store/journal/checkpoints.ts";
import {
  ecrireHorodatage,
  journauxAHorodater,
  lireDernierHorodatage,
  lireHorodatage,
} from "../../store/journal/horodatages.ts";
import { debutDuJourAParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";

/**
 * Asks the authority to stamp the last signed head of every journal that grew, once a day at most. The head's text goes
 * out as a fingerprint only. Rejects with `ErreurHorodatage` when the authority fails: what is left waits in the
 * database. Does nothing without an authority.
 */
export async function horodaterLesJournaux(maison: Maison): Promise<void> {
  const { base, horodateur } = maison;
  if (horodateur === null) return;
  for (const { organismeId, taille } of await journauxAHorodater(base, debutDuJourAParis(maison.horloge()))) {
    const { texte } = await transactionDeLecture(base, organismeId, (tx) =>
      lireCheckpoints(tx).where("taille", "=", taille).executeTakeFirstOrThrow(),
    );
    const { jeton, politique, numero, le } = await horodateur.horodater(utf8(texte));
    const { autorite } = horodateur;
    await transaction(base, organismeId, (tx) =>
      ecrireHorodatage(tx, { taille, jeton, autorite, politique, numero, horodateLe: le }, maison.horloge()),
    );
  }
}

/** The stamp of the largest head that has one; undefined before the first. */
export function dernierHorodatage(maison: Maison, auteur: Auteur) {
  return transactionDeLecture(maison.base, auteur, lireDernierHorodatage);
}

/** The stamp of the head of that many entries, with the text that it dates. */
export function horodatageDe(maison: Maison, auteur: Auteur, taille: number) {
  return transactionDeLecture(maison.base, auteur, (tx) => lireHorodatage(tx, taille));
}

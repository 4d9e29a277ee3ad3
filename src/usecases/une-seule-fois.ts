import { hex } from "../evidence/bytes.ts";
import { noterReponse, reserverActe } from "../store/actes-recus.ts";
import { type Tx, transaction } from "../store/connexion.ts";
import type { Auteur, Maison } from "./maison.ts";

/** Carries an answer that wrote nothing out of the transaction, so that all of it goes back. */
class Abandon extends Error {
  readonly reponse: object;
  constructor(reponse: object) {
    super("act abandoned");
    this.reponse = reponse;
  }
}

/** Ends the act here with this answer: nothing of the transaction stays, the form can be sent again. */
export function abandonner(reponse: object): never {
  throw new Abandon(reponse);
}

/** Whether an error is such an answer, for what writes without a form. */
export function estAbandon(erreur: unknown): boolean {
  return erreur instanceof Abandon;
}

/**
 * Runs an act in one transaction, under the one-time key of its form: a second sending gets the first answer and has
 * no effect. `marque` is that key and what the form is about (the act, the dossier): the same key on another form, or
 * from another person, is another sending. What `fn` abandons leaves no trace, the key included.
 */
export async function uneSeuleFois<R extends object>(
  maison: Maison,
  auteur: Auteur,
  marque: readonly string[],
  fn: (tx: Tx) => Promise<R>,
): Promise<R> {
  // Of one length, whatever the visitor sent as a key.
  const cle = hex(
    maison.hasher.sha256(new TextEncoder().encode(JSON.stringify([auteur.utilisateur, ...marque]))),
  );
  try {
    return await transaction(maison.base, auteur, async (tx) => {
      const deja = await reserverActe(tx, cle, auteur.utilisateur);
      if (deja !== undefined) return deja as R;
      const reponse = await fn(tx);
      await noterReponse(tx, cle, reponse);
      return reponse;
    });
  } catch (erreur) {
    if (erreur instanceof Abandon) return erreur.reponse as R;
    throw erreur;
  }
}

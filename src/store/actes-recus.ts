import type { Tx } from "./connexion.ts";

/** A request of a user and what was answered: a second click on the same form gets the first answer. */
export interface ActeRecu {
  /** Random, made with the form. */
  readonly cle: string;
  readonly utilisateur: string;
  readonly reponse: object;
}

/** What was answered to that request, or undefined when it never came. */
export async function lireActeRecu(tx: Tx, cle: string): Promise<ActeRecu | undefined> {
  return await tx.db
    .selectFrom("acte_recu")
    .select(["cle", "utilisateur", "reponse"])
    .where("organisme_id", "=", tx.organismeId)
    .where("cle", "=", cle)
    .executeTakeFirst();
}

/** Forgets requests older than that moment: no form is sent again so late. */
export async function oublierActes(tx: Tx, avant: string): Promise<void> {
  await tx.db
    .deleteFrom("acte_recu")
    .where("organisme_id", "=", tx.organismeId)
    .where("cree_le", "<", avant)
    .execute();
}

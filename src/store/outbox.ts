import type { Tx } from "./connexion.ts";

/** A message to send, written with the facts that cause it. Holds addresses and references, never content. */
export interface MessageSortant {
  readonly id: string;
  readonly canal: string;
  readonly destinataire: object;
  readonly modele: string;
  readonly donnees: object;
}

/**
 * Takes the oldest unsent messages for the length of this transaction; another sender passes over them. Each one is to
 * be closed by `cloreMessage` before the transaction ends.
 */
export function prendreMessages(tx: Tx, nombre: number): Promise<readonly MessageSortant[]> {
  return tx.db
    .selectFrom("message_sortie")
    .select(["id", "canal", "destinataire", "modele", "donnees"])
    .where("organisme_id", "=", tx.organismeId)
    .where("etat", "=", "a_envoyer")
    .orderBy("cree_le")
    .orderBy("id")
    .limit(nombre)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function cloreMessage(
  tx: Tx,
  id: string,
  issue: { readonly etat: "envoye"; readonly le: string } | { readonly etat: "echec" },
): Promise<void> {
  await tx.db
    .updateTable("message_sortie")
    .set({ etat: issue.etat, envoye_le: issue.etat === "envoye" ? issue.le : null })
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .execute();
}

import { transaction } from "../../src/store/connexion.ts";
import { ouvrirSecret } from "../../src/vault/secret-message.ts";
import type { MaisonDeTest } from "./maison.ts";

/** The secret path of the last message of that model to that address, as its reader gets it; null when none waits. */
export async function lienEnvoye(
  { maison, organismeId }: Pick<MaisonDeTest, "maison" | "organismeId">,
  modele: string,
  adresse: string,
): Promise<string | null> {
  const messages = await transaction(maison.base, organismeId, (tx) =>
    tx.db
      .selectFrom("message_sortie")
      .select(["id", "destinataire", "donnees"])
      .where("modele", "=", modele)
      .orderBy("cree_le", "desc")
      .execute(),
  );
  const message = messages.find(
    ({ destinataire }) => (destinataire as { adresse: string }).adresse === adresse,
  );
  if (message === undefined) return null;
  const { secret } = message.donnees as { secret: { cle: string; scelle: string } };
  return ouvrirSecret(maison.trousseau, organismeId, message.id, secret);
}

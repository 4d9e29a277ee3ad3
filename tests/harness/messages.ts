import { postierSmtp } from "../../src/mail/postier-smtp.ts";
import { transaction } from "../../src/store/connexion.ts";
import { sDonneesDeMessage } from "../../src/usecases/messages/donnees-de-message.ts";
import { envoyerMessages } from "../../src/usecases/messages/envoyer-messages.ts";
import { parseExpediteur } from "../../src/values/adresse-courriel.ts";
import { ouvrirSecret } from "../../src/vault/secret-message.ts";
import type { MaisonDeTest } from "./maison.ts";
import type { ServeurDeTest } from "./serveur-courriel.ts";

/** The messages that wait in an organisation's outbox, the oldest first, each with the secret path that it carries. */
export async function messagesEnAttente({
  maison,
  organismeId,
}: Pick<MaisonDeTest, "maison" | "organismeId">) {
  const lus = await transaction(maison.base, organismeId, (tx) =>
    tx.db
      .selectFrom("message_sortie")
      .select(["id", "modele", "destinataire", "donnees"])
      .where("organisme_id", "=", organismeId)
      .orderBy("cree_le")
      .orderBy("id")
      .execute(),
  );
  return lus.map((m) => {
    const donnees = sDonneesDeMessage.parse(m.donnees);
    const { secret, champs, pieces } = donnees;
    return {
      modele: m.modele,
      a: (m.destinataire as { adresse: string }).adresse,
      champs: champs as Record<string, unknown>,
      pieces,
      chemin: secret === undefined ? null : ouvrirSecret(maison.trousseau, organismeId, m.id, secret),
    };
  });
}

/** Sends what waits by that mail server, as the application does at its turn. */
export function envoyerPar({ maison, imprimer }: MaisonDeTest, { serveur }: ServeurDeTest) {
  return envoyerMessages(
    maison,
    {
      postier: postierSmtp(serveur),
      expediteur: parseExpediteur("courrier@horizon.example"),
      url: "https://probant.example",
      imprimer,
    },
    { arrete: () => false, journalise: () => undefined },
  );
}

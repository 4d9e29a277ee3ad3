import { type DonneesDe, MODELES, type NomDeModele } from "../../mail/modeles/catalogue.ts";
import type { Tx } from "../../store/connexion.ts";
import { deposerMessages, type MessageSortant } from "../../store/messages/outbox.ts";
import type { AdresseCourriel } from "../../values/adresse-courriel.ts";
import { scellerSecret } from "../../vault/secret-message.ts";
import type { Maison } from "../maison.ts";
import type { DonneesDeMessage, PieceAJoindre } from "./donnees-de-message.ts";

/** A message to write: which model, to whom, what it must be told. */
export interface MessageAEcrire<N extends NomDeModele = NomDeModele> {
  modele: N;
  a: AdresseCourriel;
  donnees: DonneesDe<N>;
  /** The dossier that it is about: who may see the dossier sees that it was sent. */
  dossierId?: string;
  /** Path of the page that it leads to, « /aujourdhui »; in clear in the outbox. */
  chemin?: string;
  /** Path that only its reader may know, « /invitation/<jeton> »; sealed, erased once the message left. */
  cheminSecret?: string;
  pieces?: readonly PieceAJoindre[];
}

/** The row of the outbox for a message, to be written with the facts that cause it. Throws on data not of the model. */
export function preparerMessage<N extends NomDeModele>(
  maison: Pick<Maison, "trousseau" | "nouvelId">,
  organismeId: string,
  message: MessageAEcrire<N>,
): MessageSortant {
  const { modele, a, dossierId, chemin = null, cheminSecret, pieces = [] } = message;
  const id = maison.nouvelId();
  const donnees: DonneesDeMessage = {
    ...(dossierId === undefined ? {} : { dossierId }),
    champs: MODELES[modele].schema.parse(message.donnees),
    chemin,
    aUnSecret: cheminSecret !== undefined,
    ...(cheminSecret === undefined
      ? {}
      : { secret: scellerSecret(maison.trousseau, organismeId, id, cheminSecret) }),
    pieces: [...pieces],
  };
  return { id, canal: "courriel", destinataire: { adresse: a }, modele, donnees };
}

/** Writes a message that no fact causes, in the caller's transaction; gives its id. */
export async function ecrireMessage<N extends NomDeModele>(
  maison: Pick<Maison, "trousseau" | "nouvelId">,
  tx: Tx,
  message: MessageAEcrire<N>,
): Promise<string> {
  const ligne = preparerMessage(maison, tx.organismeId, message);
  await deposerMessages(tx, [ligne]);
  return ligne.id;
}

import { chiffrer, dechiffrer } from "./chiffre.ts";
import type { Trousseau } from "./trousseau.ts";

/** A secret that waits in a message: sealed under the outer key of that name, in base64. */
export interface SecretDeMessage {
  cle: string;
  scelle: string;
}

const lieu = (organismeId: string, messageId: string) => `probant/message/1\0${organismeId}\0${messageId}`;

/** Seals what only the person who gets the message may read, bound to that message. */
export function scellerSecret(
  trousseau: Trousseau,
  organismeId: string,
  messageId: string,
  clair: string,
): SecretDeMessage {
  const { id, cle } = trousseau.externe("message");
  const scelle = chiffrer(cle, lieu(organismeId, messageId), Buffer.from(clair, "utf8"));
  return { cle: id, scelle: scelle.toString("base64") };
}

/** Opens it again. Throws `ScelleIllisible` in another message, `ErreurTrousseau` when the key is gone. */
export function ouvrirSecret(
  trousseau: Trousseau,
  organismeId: string,
  messageId: string,
  { cle, scelle }: SecretDeMessage,
): string {
  return dechiffrer(
    trousseau.externeDe(cle),
    lieu(organismeId, messageId),
    Buffer.from(scelle, "base64"),
  ).toString("utf8");
}

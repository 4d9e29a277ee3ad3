import type { Enveloppe } from "./cles-externes.ts";

/** What seals the secrets of messages: beside the port of outer keys, since a message is written without waiting. */
export interface SceauDeMessages {
  fermerSecret(lieu: string, clair: Uint8Array): Enveloppe;
  /** Throws as `developper` does. */
  ouvrirSecret(lieu: string, scelle: Enveloppe): Buffer;
}

/** A secret that waits in a message: sealed under the outer key of that name, in base64. */
export interface SecretDeMessage {
  cle: string;
  scelle: string;
}

const lieu = (organismeId: string, messageId: string) => `probant/message/1\0${organismeId}\0${messageId}`;

/** Seals what only the person who gets the message may read, bound to that message. */
export function scellerSecret(
  trousseau: SceauDeMessages,
  organismeId: string,
  messageId: string,
  clair: string,
): SecretDeMessage {
  const { cleExterne, enveloppe } = trousseau.fermerSecret(
    lieu(organismeId, messageId),
    Buffer.from(clair, "utf8"),
  );
  return { cle: cleExterne, scelle: enveloppe.toString("base64") };
}

/** Opens it again. Throws `ScelleIllisible` in another message, `ErreurTrousseau` when the key is gone. */
export function ouvrirSecret(
  trousseau: SceauDeMessages,
  organismeId: string,
  messageId: string,
  { cle, scelle }: SecretDeMessage,
): string {
  const enveloppe = Buffer.from(scelle, "base64");
  return trousseau
    .ouvrirSecret(lieu(organismeId, messageId), { cleExterne: cle, enveloppe })
    .toString("utf8");
}

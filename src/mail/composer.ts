import MailComposer from "nodemailer/lib/mail-composer";
import type { Expediteur } from "../values/adresse-courriel.ts";
import type { Courriel } from "./postier.ts";
import { nomDeFichier, uneLigne } from "./une-ligne.ts";

const boite = ({ nom, adresse }: Expediteur) => ({ name: uneLigne(nom ?? ""), address: adresse });

/** `<id@domain of the sender>`: follows from the message alone. */
function messageId({ id, de }: Pick<Courriel, "id" | "de">): string {
  return `<${id}@${de.adresse.split("@")[1]}>`;
}

/** The message as bytes: text and HTML, then its files. Nothing is fetched from a disk or an address to make it. */
export function composerCourriel(courriel: Courriel): Promise<Buffer> {
  const mime = new MailComposer({
    from: boite(courriel.de),
    to: courriel.a,
    ...(courriel.repondreA === null ? {} : { replyTo: boite(courriel.repondreA) }),
    subject: uneLigne(courriel.sujet),
    messageId: messageId(courriel),
    date: new Date(courriel.le),
    text: courriel.texte,
    html: courriel.html,
    attachments: courriel.pieces.map(({ nom, typeMedia, octets }) => ({
      filename: nomDeFichier(nom),
      contentType: typeMedia,
      content: Buffer.from(octets),
      contentDisposition: "attachment",
    })),
    headers: {
      // No out-of-office answer, and no list of subscribers: a person did something and this follows from it.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": "fr",
    },
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return mime.build();
}

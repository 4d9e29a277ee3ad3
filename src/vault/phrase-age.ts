import { createCipheriv, randomBytes, scrypt } from "node:crypto";
import { type Recipient, Stanza } from "age-encryption";

/** The work that `age` itself asks for: about a second, and 256 MiB. */
const LOG_N = 18;
const ETIQUETTE = "age-encryption.org/v1/scrypt";

/**
 * Whoever knows a passphrase, as `age -p` writes it. The library works it out on the event loop: a server would answer
 * nobody meanwhile, so scrypt is that of Node, on a thread of its own.
 */
export function destinataireDePhrase(phrase: string): Recipient {
  return {
    wrapFileKey: async (cleDuFichier) => {
      const sel = randomBytes(16);
      const cle = await deriver(phrase, Buffer.concat([Buffer.from(ETIQUETTE), sel]));
      const chiffre = createCipheriv("chacha20-poly1305", cle, Buffer.alloc(12), { authTagLength: 16 });
      const corps = Buffer.concat([chiffre.update(cleDuFichier), chiffre.final(), chiffre.getAuthTag()]);
      const args = ["scrypt", sel.toString("base64").replaceAll("=", ""), String(LOG_N)];
      return [new Stanza(args, new Uint8Array(corps))];
    },
  };
}

function deriver(phrase: string, sel: Buffer): Promise<Buffer> {
  const options = { N: 2 ** LOG_N, r: 8, p: 1, maxmem: 2 ** LOG_N * 8 * 128 + 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(phrase, sel, 32, options, (erreur, cle) => (erreur === null ? resolve(cle) : reject(erreur)));
  });
}

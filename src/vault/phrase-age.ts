import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { type Identity, type Recipient, Stanza } from "age-encryption";

/** The work that `age` itself asks for: about a second, and 256 MiB. */
const LOG_N = 18;
/** More would be a file that was made to fill the memory of who opens it. */
const LOG_N_MAX = 20;
const TAG = 16;
const ETIQUETTE = "age-encryption.org/v1/scrypt";

/**
 * Whoever knows a passphrase, as `age -p` writes it. The library works it out on the event loop: a server would answer
 * nobody meanwhile, so scrypt is that of Node, on a thread of its own.
 */
export function destinataireDePhrase(phrase: string): Recipient {
  return {
    wrapFileKey: async (cleDuFichier) => {
      const sel = randomBytes(16);
      const cle = await deriver(phrase, sel, LOG_N);
      const chiffre = createCipheriv("chacha20-poly1305", cle, Buffer.alloc(12), { authTagLength: TAG });
      const corps = Buffer.concat([chiffre.update(cleDuFichier), chiffre.final(), chiffre.getAuthTag()]);
      const args = ["scrypt", sel.toString("base64").replaceAll("=", ""), String(LOG_N)];
      return [new Stanza(args, new Uint8Array(corps))];
    },
  };
}

/** The same passphrase, to open: `null` when it is another one, which the library says. */
export function identiteDePhrase(phrase: string): Identity {
  return {
    unwrapFileKey: async (stances) => {
      const [seule] = stances;
      const [sorte, sel, travail] = seule?.args ?? [];
      if (seule === undefined || sorte !== "scrypt" || sel === undefined) return null;
      if (stances.length !== 1 || seule.args.length !== 3 || !/^[1-9]\d?$/.test(travail ?? "")) {
        throw new Error("invalid scrypt stanza");
      }
      const logN = Number(travail);
      const [corps, graine] = [Buffer.from(seule.body), Buffer.from(sel, "base64")];
      if (logN > LOG_N_MAX || graine.length !== 16 || corps.length !== 32) {
        throw new Error("invalid scrypt stanza");
      }
      const cle = await deriver(phrase, graine, logN);
      const dechiffre = createDecipheriv("chacha20-poly1305", cle, Buffer.alloc(12), { authTagLength: TAG });
      dechiffre.setAuthTag(corps.subarray(-TAG));
      try {
        return new Uint8Array(Buffer.concat([dechiffre.update(corps.subarray(0, -TAG)), dechiffre.final()]));
      } catch {
        return null;
      }
    },
  };
}

function deriver(phrase: string, sel: Buffer, logN: number): Promise<Buffer> {
  const options = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** logN * 8 * 128 + 1024 * 1024 };
  const entier = Buffer.concat([Buffer.from(ETIQUETTE), sel]);
  return new Promise((resolve, reject) => {
    scrypt(phrase, entier, 32, options, (erreur, cle) => (erreur === null ? resolve(cle) : reject(erreur)));
  });
}

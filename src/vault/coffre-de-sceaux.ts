import { randomBytes } from "node:crypto";
import { chiffrer, dechiffrer } from "./chiffre.ts";
import type { ClesExternes } from "./cles-externes.ts";

/** What was closed, and the wrapped key that opens it; both in base64. */
interface Ferme {
  cleExterne: string;
  enveloppe: string;
  scelle: string;
}

/**
 * Closes the keys of seals under the keyring: whoever steals the folder of seals, or the disk of a keyring that a passphrase
 * seals, has no key of a seal. Each is closed by a key of its own, which the outer key wraps.
 */
export function coffreDeSceaux(trousseau: ClesExternes) {
  return {
    fermer: async (lieu: string, clair: Uint8Array): Promise<Ferme> => {
      const cle = randomBytes(32);
      const { cleExterne, enveloppe } = await trousseau.envelopper("sceau", lieu, cle);
      return {
        cleExterne,
        enveloppe: enveloppe.toString("base64"),
        scelle: chiffrer(cle, lieu, clair).toString("base64"),
      };
    },
    ouvrir: async (lieu: string, { cleExterne, enveloppe, scelle }: Ferme): Promise<Buffer> => {
      const cle = await trousseau.developper(lieu, {
        cleExterne,
        enveloppe: Buffer.from(enveloppe, "base64"),
      });
      return dechiffrer(cle, lieu, Buffer.from(scelle, "base64"));
    },
    estAJour: ({ cleExterne }: Ferme): boolean => cleExterne === trousseau.externesDe("sceau").at(-1),
  };
}

import { argon2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";

/** How a passphrase becomes a key: Argon2id (RFC 9106), its costs and its salt. */
export const sDerivation = z.strictObject({
  algorithme: z.literal("argon2id"),
  memoireKio: z.int().min(8).max(4_194_304),
  passes: z.int().min(1).max(100),
  voies: z.int().min(1).max(64),
  sel: z.base64(),
});
export type Derivation = z.infer<typeof sDerivation>;

/** A key made from a passphrase, and how it was made. */
export interface CleDePhrase {
  derivation: Derivation;
  /** 32 bytes. */
  cle: Buffer;
}

const LONGUEUR_MIN = 16;
const LONGUEUR_MAX = 200;
const calculer = promisify(argon2);

/** What is wrong with a new passphrase, as a sentence; null when it will do. */
export function refusDePhrase(phrase: string): string | null {
  const longueur = [...phrase].length;
  if (longueur < LONGUEUR_MIN) {
    return `Choisissez au moins ${LONGUEUR_MIN} caractères : cinq ou six mots sans lien entre eux.`;
  }
  return longueur > LONGUEUR_MAX ? `Choisissez ${LONGUEUR_MAX} caractères au plus.` : null;
}

/** The second recommended choice of RFC 9106: 64 MiB, three passes, four lanes; with a new salt. */
export function nouvelleDerivation(): Derivation {
  const sel = randomBytes(16).toString("base64");
  return { algorithme: "argon2id", memoireKio: 65_536, passes: 3, voies: 4, sel };
}

/** The key of a passphrase. The same letters typed on another keyboard give the same key (NFC). */
export async function deriver(phrase: string, derivation: Derivation): Promise<CleDePhrase> {
  const cle = await calculer("argon2id", {
    message: Buffer.from(phrase.normalize("NFC"), "utf8"),
    nonce: Buffer.from(derivation.sel, "base64"),
    memory: derivation.memoireKio,
    passes: derivation.passes,
    parallelism: derivation.voies,
    tagLength: 32,
  });
  return { derivation, cle };
}

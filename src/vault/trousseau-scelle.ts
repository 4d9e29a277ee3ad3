import { readFileSync } from "node:fs";
import { z } from "zod";
import { enJson } from "../values/en-json.ts";
import { chiffrer, dechiffrer, ScelleIllisible } from "./chiffre.ts";
import { ErreurTrousseau, refusDuSysteme } from "./erreur-trousseau.ts";
import { type CleDePhrase, type Derivation, sDerivation } from "./phrase.ts";

const FORMAT = "probant-trousseau-scelle/1";

/** A keyring that a passphrase seals: how the key is made, and the keyring itself in AES-256-GCM. */
const sScelle = z.strictObject({ format: z.literal(FORMAT), derivation: sDerivation, scelle: z.base64() });

export const PHRASE_FAUSSE =
  "Cette phrase n’ouvre pas le trousseau. Vérifiez les majuscules, les accents et les espaces.";

/** The keyring is sealed and its passphrase was not given. */
export class TrousseauScelle extends ErreurTrousseau {}

/** The passphrase is not the one that seals the keyring. */
export class PhraseFausse extends ErreurTrousseau {}

// What is derived with what is authenticated with the rest: costs cannot be lowered in the file.
const lieu = (d: Derivation) =>
  `${FORMAT}\0${d.algorithme}\0${d.memoireKio}\0${d.passes}\0${d.voies}\0${d.sel}`;

/** The text of a sealed keyring. */
export function scellerTrousseau(clair: string, { cle, derivation }: CleDePhrase): string {
  const scelle = chiffrer(cle, lieu(derivation), Buffer.from(clair, "utf8")).toString("base64");
  return JSON.stringify({ format: FORMAT, derivation, scelle } satisfies z.input<typeof sScelle>, null, 1);
}

/**
 * The text in clear of a keyring as the file holds it, sealed or not. Throws `TrousseauScelle` without a key,
 * `PhraseFausse` with another one.
 */
export function ouvrirTrousseauScelle(texte: string, cle: CleDePhrase | undefined): string {
  const lu = sScelle.safeParse(enJson(texte));
  if (!lu.success) return texte;
  if (cle === undefined) {
    throw new TrousseauScelle(
      "Le trousseau est scellé par une phrase, et elle n’a pas été donnée. Redémarrez Probant.",
    );
  }
  if (cle.derivation.sel !== lu.data.derivation.sel) {
    throw new TrousseauScelle(
      "La phrase du trousseau a changé. Redémarrez Probant, qui demandera la nouvelle.",
    );
  }
  try {
    return dechiffrer(cle.cle, lieu(lu.data.derivation), Buffer.from(lu.data.scelle, "base64")).toString(
      "utf8",
    );
  } catch (erreur) {
    if (!(erreur instanceof ScelleIllisible)) throw erreur;
    throw new PhraseFausse(PHRASE_FAUSSE);
  }
}

/** How the passphrase of this keyring becomes its key; null for one in clear, or that is not there. */
export function derivationDuTrousseau(chemin: string): Derivation | null {
  const texte = lireSIlEstLa(chemin);
  if (texte === null) return null;
  const lu = sScelle.safeParse(enJson(texte));
  return lu.success ? lu.data.derivation : null;
}

/** Null when nothing has that name, be it that a file stands where its folder should: that is said where it is made. */
function lireSIlEstLa(chemin: string): string | null {
  try {
    return readFileSync(chemin, "utf8");
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw refusDuSysteme(`Le trousseau de clés ${chemin} ne peut pas être lu`, erreur);
  }
}

/** Whether this key opens the keyring of that file. */
export function ouvreLeTrousseau(chemin: string, cle: CleDePhrase): boolean {
  try {
    ouvrirTrousseauScelle(readFileSync(chemin, "utf8"), cle);
    return true;
  } catch (erreur) {
    if (erreur instanceof PhraseFausse) return false;
    throw erreur;
  }
}

import { existsSync, statSync } from "node:fs";
import { demanderPhrase } from "../cli/phrase-secrete.ts";
import type { Config } from "../config.ts";
import { type CleDePhrase, deriver } from "../vault/phrase.ts";
import {
  derivationDuTrousseau,
  ouvreLeTrousseau,
  PHRASE_FAUSSE,
  PhraseFausse,
  TrousseauScelle,
} from "../vault/trousseau-scelle.ts";

/**
 * The key of the passphrase that seals the keyring, from its file or from the terminal; undefined for a keyring in clear.
 * Throws `PhraseFausse`, or `TrousseauScelle` where nobody can be asked.
 */
export async function demanderLaCle(config: Config): Promise<CleDePhrase | undefined> {
  const derivation = derivationDuTrousseau(config.trousseau);
  if (derivation === null) return undefined;
  if (config.phraseDuTrousseau === undefined && !process.stdin.isTTY) {
    throw new TrousseauScelle(
      "Le trousseau est scellé par une phrase. Lancez la commande dans un terminal, ou donnez le fichier de la phrase par PROBANT_KEYRING_PHRASE.",
    );
  }
  exigerFichierPrive(config.phraseDuTrousseau);
  const cle = await deriver(
    await demanderPhrase(config.phraseDuTrousseau, "ouvrir", "Phrase du trousseau"),
    derivation,
  );
  if (!ouvreLeTrousseau(config.trousseau, cle)) throw new PhraseFausse(PHRASE_FAUSSE);
  return cle;
}

/** The rights that the keyring asks for itself, its passphrase asks too. */
function exigerFichierPrive(fichier: string | undefined): void {
  if (fichier === undefined || !existsSync(fichier) || (statSync(fichier).mode & 0o077) === 0) return;
  throw new TrousseauScelle(
    `La phrase du trousseau peut être lue par d’autres comptes. Corrigez avec : chmod 600 ${fichier}`,
  );
}

import { siSeul } from "../../store/connexion.ts";
import { VERROUS } from "../../store/verrous.ts";
import type { Maison } from "../maison.ts";

/** Seals the keyring with a passphrase, another one, or none. False when another process is at the keyring. */
export async function scellerTrousseau(maison: Maison, phrase: string | null): Promise<boolean> {
  const fait = await siSeul(maison.base, VERROUS.trousseau, async () => {
    await maison.trousseau.sceller(phrase);
    return true;
  });
  return fait ?? false;
}

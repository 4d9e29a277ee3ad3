import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { freinParAdresse } from "../auth/frein-par-adresse.ts";
import type { Config } from "../config.ts";
import { type CleDePhrase, deriver } from "../vault/phrase.ts";
import { derivationDuTrousseau, ouvreLeTrousseau, PHRASE_FAUSSE } from "../vault/trousseau-scelle.ts";
import { fermerServeur } from "../web/fermer-serveur.ts";
import { preparerRessources } from "../web/ressources.ts";
import { creerAppScelle } from "../web/scelle.tsx";
import { demanderLaCle } from "./demander-la-cle.ts";
import { ecouter } from "./ecouter.ts";

/** How long connections are waited for: the page that says « ouvert » leaves at once. */
const PATIENCE_MS = 1_000;

/**
 * Serves the page that asks for the passphrase of the keyring until it is given, and gives its key; undefined for a keyring
 * in clear, or when it is asked to stop before. Nothing else is open meanwhile.
 */
export async function attendreLaPhrase(
  config: Config,
  arret: Promise<void>,
  annoncer: () => void,
): Promise<CleDePhrase | undefined> {
  if (derivationDuTrousseau(config.trousseau) === null) return undefined;
  if (config.phraseDuTrousseau !== undefined) return await demanderLaCle(config);
  let donner: (cle: CleDePhrase) => void = () => undefined;
  const donnee = new Promise<CleDePhrase>((resolve) => {
    donner = resolve;
  });
  const essayer = async (secret: { phrase: string } | { cle: string }) => {
    // Read each time: the passphrase may be changed by a command while this waits.
    const derivation = derivationDuTrousseau(config.trousseau);
    if (derivation === null) return false;
    const cle =
      "phrase" in secret
        ? await deriver(secret.phrase, derivation)
        : { derivation, cle: Buffer.from(secret.cle, "hex") };
    if (cle.cle.length !== 32 || !ouvreLeTrousseau(config.trousseau, cle)) return false;
    donner(cle);
    return true;
  };
  const app = creerAppScelle({
    servies: preparerRessources(),
    url: config.url,
    proxys: config.proxys,
    frein: freinParAdresse(() => performance.now()),
    essayer,
    fausse: PHRASE_FAUSSE,
  });
  const serveur = createServer(getRequestListener((requete, env) => app.fetch(requete, env)));
  await ecouter(serveur, config);
  annoncer();
  const cle = await Promise.race([donnee, arret.then(() => undefined)]);
  await fermerServeur(serveur, PATIENCE_MS);
  return cle;
}

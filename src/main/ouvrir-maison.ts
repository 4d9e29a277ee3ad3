import { randomUUID } from "node:crypto";
import type { PoolConfig } from "pg";
import type { Config } from "../config.ts";
import { ouvrirHorodateur } from "../sceau/horodateur.ts";
import { ouvrirSceaux } from "../sceau/sceaux.ts";
import { type Base, ouvrirBase } from "../store/connexion.ts";
import { migrer } from "../store/migrer.ts";
import { organismeExiste } from "../store/organisme/organismes.ts";
import { exigerDonnees } from "../store/postgres/donnees-presentes.ts";
import { ouvrirPostgres } from "../store/postgres/ouvrir-postgres.ts";
import { fermerLesSceaux } from "../usecases/cles/fermer-les-sceaux.ts";
import { reprendreLesPassations } from "../usecases/cles/reprendre-passations.ts";
import { rejouerLesDestructions } from "../usecases/destruction/apres-restauration.ts";
import type { Maison } from "../usecases/maison.ts";
import { exigerLaMemeInstallation } from "../usecases/organisme/meme-installation.ts";
import type { Instant } from "../values/instant.ts";
import { coffreDeSceaux } from "../vault/coffre-de-sceaux.ts";
import type { CleDePhrase } from "../vault/phrase.ts";
import { ouvrirTrousseau } from "../vault/trousseau.ts";
import { hasherNode } from "../verifier/hasher-node.ts";
import { demanderLaCle } from "./demander-la-cle.ts";
import { dire } from "./dire.ts";

export interface MaisonOuverte extends Maison {
  /** How many destructions a restored database was made to do again. */
  destructionsRefaites: number;
  fermer: () => Promise<void>;
}

/**
 * Opens the database and the keyring, for the server or for one command beside it; `remplir` is given the database
 * before anything else is done to it. Every refusal carries a French sentence in `phrase`.
 */
export async function ouvrirMaison(
  config: Config,
  usage: "serveur" | "commande",
  remplir?: (poolConfig: PoolConfig) => Promise<void>,
  cleDonnee?: CleDePhrase,
): Promise<MaisonOuverte> {
  if (usage === "commande") {
    await exigerDonnees({ dossierDonnees: config.donnees, databaseUrl: config.databaseUrl });
  }
  const cle = cleDonnee ?? (await demanderLaCle(config));
  const postgres = await ouvrirPostgres({
    dossierDonnees: config.donnees,
    databaseUrl: config.databaseUrl,
    origine: config.pgBinaires,
    usage,
    journalise: dire,
  });
  // The connections go first: a server that stops under them would be told as a loss.
  const fermer = async (base?: Base) => {
    await base?.fermer();
    await postgres.arreter();
  };
  let base: Base | undefined;
  try {
    await remplir?.(postgres.poolConfig);
    await migrer(postgres.poolConfig);
    base = ouvrirBase({ poolConfig: postgres.poolConfig, hasher: hasherNode, journalise: dire });
    const trousseau = await ouvrirTrousseau(config.trousseau, await organismeExiste(base), cle);
    const maison: Maison = {
      base,
      trousseau,
      hasher: hasherNode,
      sceaux: ouvrirSceaux(config.sceaux, coffreDeSceaux(trousseau)),
      horodateur:
        config.autoriteHorodatage === undefined ? null : ouvrirHorodateur(config.autoriteHorodatage),
      horloge: () => new Date().toISOString() as Instant,
      nouvelId: randomUUID,
    };
    await exigerLaMemeInstallation(maison);
    await reprendreLesPassations(maison);
    await fermerLesSceaux(maison);
    // A restored database may hold what was destroyed since: nothing is served before it is gone again.
    const destructionsRefaites = await rejouerLesDestructions(maison);
    return { ...maison, destructionsRefaites, fermer: () => fermer(maison.base) };
  } catch (erreur) {
    await fermer(base);
    throw erreur;
  }
}

import type { PoolConfig } from "pg";
import type { Config } from "../config.ts";
import { ouvrirSceaux } from "../sceau/sceaux.ts";
import type { SourceDExport } from "../usecases/export/relire.ts";
import { releverSauvegarde } from "../usecases/sauvegarde/relire.ts";
import { restaurer } from "../usecases/sauvegarde/restaurer.ts";
import { coffreDeSceaux } from "../vault/coffre-de-sceaux.ts";
import type { Ouvreur } from "../vault/fichier-age.ts";
import { ouvrirTrousseau } from "../vault/trousseau.ts";
import { demanderLaCle } from "./demander-la-cle.ts";
import { type MaisonOuverte, ouvrirMaison } from "./ouvrir-maison.ts";

/**
 * Puts a backup into an empty installation and opens it, with what was destroyed since gone again. The keyring and what
 * lies beside it are there already: a restore makes none of them.
 */
export async function restaurerMaison(
  config: Config,
  fichier: string,
  avancer: (phrase: string) => void,
): Promise<MaisonOuverte> {
  const cle = await demanderLaCle(config);
  const trousseau = await ouvrirTrousseau(config.trousseau, true, cle);
  trousseau.exigerDeQuoiRestaurer();
  // Read to its end before anything is created: a damaged backup leaves no trace of itself.
  avancer("Vérification de la sauvegarde…");
  const releve = await releverSauvegarde(trousseau, fichier);
  return await ouvrirMaison(
    config,
    "serveur",
    (poolConfig) => restaurer({ poolConfig, trousseau }, fichier, releve, avancer),
    cle,
  );
}

/**
 * Puts an exported organisation into an empty installation, with a keyring that serves no other, and opens it. The file
 * is read to its end before anything is created.
 */
export async function importerMaison(
  config: Config,
  source: SourceDExport,
  ouvreur: Ouvreur,
  avancer: (phrase: string) => void,
): Promise<MaisonOuverte> {
  // What opens such a file is loaded by this command alone: the server never needs it.
  const [{ importerOrganisme }, { releverExport }] = await Promise.all([
    import("../usecases/export/importer.ts"),
    import("../usecases/export/relire.ts"),
  ]);
  avancer("Vérification de l’export…");
  const releve = await releverExport(source, ouvreur);
  const cle = await demanderLaCle(config);
  const remplir = async (poolConfig: PoolConfig) => {
    const trousseau = await ouvrirTrousseau(config.trousseau, false, cle);
    const lieu = { poolConfig, trousseau, sceaux: ouvrirSceaux(config.sceaux, coffreDeSceaux(trousseau)) };
    await importerOrganisme(lieu, source, ouvreur, releve, avancer);
  };
  return await ouvrirMaison(config, "serveur", remplir, cle);
}

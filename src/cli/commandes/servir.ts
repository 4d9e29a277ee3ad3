import { lireConfig } from "../../config.ts";
import { attendreLaPhrase } from "../../main/attendre-la-phrase.ts";
import { assurerPort } from "../../main/ecouter.ts";
import { ouvrirMaison } from "../../main/ouvrir-maison.ts";
import { servir as demarrer } from "../../main/servir.ts";
import { preparerPremierDemarrage } from "../../usecases/organisme/premier-demarrage.ts";
import type { Commande } from "../commande.ts";
import { racine } from "../racine.ts";

/** Serves the application until it is asked to stop. */
export const servir: Commande = {
  usage: "servir",
  aide: "ouvre l’application (c’est ce que fait npm start)",
  executer: async () => {
    // Heard from the very start: a Ctrl-C during the opening stops what was opened, in order.
    const arret = arretDemande();
    const config = lireConfig(process.env, racine);
    await assurerPort(config);
    let arrete = false;
    arret.then(() => {
      arrete = true;
    });
    const cle = await attendreLaPhrase(config, arret, () =>
      process.stdout.write(
        `Le trousseau est scellé par une phrase. Donnez-la : ${config.url}\nOu depuis cette machine : npx probant cles ouvrir\n`,
      ),
    );
    if (arrete) return 0;
    const maison = await ouvrirMaison(config, "serveur", undefined, cle);
    try {
      const serveur = await demarrer(config, maison, false);
      const code = await preparerPremierDemarrage(maison);
      process.stdout.write(
        code === null
          ? `Probant est ouvert : ${serveur.url}\n`
          : `Probant est ouvert. Créez d’abord votre organisme : ${serveur.url}/demarrage?code=${code}\n`,
      );
      await arret;
      process.stdout.write("Arrêt…\n");
      await serveur.arreter();
      return 0;
    } finally {
      await maison.fermer();
    }
  },
};

/**
 * Ends when the terminal or the system asks the program to stop. Ctrl-C comes twice, from the terminal and from the
 * launcher that passes it on: what comes after the first is ignored, the stop under way is not broken off.
 */
export function arretDemande(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

import { lireConfig } from "../../config.ts";
import { ouvrirMaison } from "../../main/ouvrir-maison.ts";
import { preparerUnOrganisme } from "../../usecases/organisme/premier-demarrage.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { racine } from "../racine.ts";

/** Prints the address where one more organisation is founded: whoever has it founds one, once. */
export const organisme: Commande = {
  usage: "organisme ajouter",
  aide: "donne l’adresse où créer un organisme de plus, valable deux jours et une fois",
  executer: async ({ mots }) => {
    if (mots.length !== 1 || mots[0] !== "ajouter") {
      throw new ErreurDeCommande("Écrivez : npx probant organisme ajouter");
    }
    const config = lireConfig(process.env, racine);
    const maison = await ouvrirMaison(config, "commande");
    try {
      const code = await preparerUnOrganisme(maison);
      process.stdout.write(`${config.url}/demarrage?code=${code}\n`);
      return 0;
    } finally {
      await maison.fermer();
    }
  },
};

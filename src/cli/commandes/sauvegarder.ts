import { resolve } from "node:path";
import { lireConfig } from "../../config.ts";
import { ouvrirMaison } from "../../main/ouvrir-maison.ts";
import { sauvegarder as faireSauvegarde } from "../../usecases/sauvegarde/sauvegarder.ts";
import { accorder } from "../../values/accorder.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { direSecondes, direTaille, progression } from "../progression.ts";
import { racine } from "../racine.ts";

/** Writes the database into one sealed file, while the application runs, and reads it back. */
export const sauvegarder: Commande = {
  usage: "sauvegarder FICHIER",
  aide: "écrit la base de données dans un fichier chiffré, puis le relit ; l’application peut rester ouverte",
  executer: async ({ mots }) => {
    const [fichier] = mots;
    if (fichier === undefined || mots.length > 1) {
      throw new ErreurDeCommande("Indiquez le fichier à écrire : npx probant sauvegarder FICHIER");
    }
    const debut = performance.now();
    const maison = await ouvrirMaison(lireConfig(process.env, racine), "commande");
    try {
      const chemin = resolve(fichier);
      const { octets, tables, lignes } = await faireSauvegarde(maison, chemin, progression());
      const duree = direSecondes(performance.now() - debut);
      process.stdout.write(
        `Sauvegarde écrite et relue : ${direTaille(octets)}, ${accorder(tables, "table")}, ${accorder(lignes, "ligne")}, en ${duree}.\n  ${chemin}\n` +
          "Elle ne s’ouvre qu’avec le trousseau : gardez-en la copie ailleurs.\n",
      );
      return 0;
    } finally {
      await maison.fermer();
    }
  },
};

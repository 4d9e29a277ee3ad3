import { resolve } from "node:path";
import { lireConfig } from "../../config.ts";
import { restaurerMaison } from "../../main/remplir-maison.ts";
import { tenirLesJournaux } from "../../usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../usecases/journal/verifier-le-journal.ts";
import { organismes } from "../../usecases/organisme/les-organismes.ts";
import { accorder } from "../../values/accorder.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { direSecondes, progression } from "../progression.ts";
import { racine } from "../racine.ts";

/** Puts a backup into an empty installation, does the destructions since again, and checks the journal. */
export const restaurer: Commande = {
  usage: "restaurer FICHIER",
  aide: "remet une sauvegarde dans une installation vide, refait les destructions faites depuis, vérifie le journal",
  executer: async ({ mots }) => {
    const [fichier] = mots;
    if (fichier === undefined || mots.length > 1) {
      throw new ErreurDeCommande("Indiquez la sauvegarde à remettre : npx probant restaurer FICHIER");
    }
    const debut = performance.now();
    const config = lireConfig(process.env, racine);
    const maison = await restaurerMaison(config, resolve(fichier), progression());
    try {
      await tenirLesJournaux(maison);
      let dossiers = 0;
      let faits = 0;
      const constats: string[] = [];
      for (const id of await organismes(maison)) {
        const b = await verifierLeJournal(maison, id);
        dossiers += b.dossiers;
        faits += b.faits;
        constats.push(...b.constats.map((c) => `Organisme ${id} : ${c}`));
      }
      const duree = direSecondes(performance.now() - debut);
      process.stdout.write(
        `Sauvegarde restaurée en ${duree} : ${accorder(dossiers, "dossier")}, ${accorder(faits, "fait")}.\n`,
      );
      if (maison.destructionsRefaites > 0) {
        process.stdout.write(
          `${accorder(maison.destructionsRefaites, "destruction refaite", "destructions refaites")}, d’après le registre.\n`,
        );
      }
      process.stdout.write(
        constats.length === 0
          ? "Le journal est intact. Chacun doit se connecter de nouveau.\n"
          : `Le journal ne concorde pas :\n${constats.map((c) => `  ${c}`).join("\n")}\n`,
      );
      return constats.length === 0 ? 0 : 2;
    } finally {
      await maison.fermer();
    }
  },
};

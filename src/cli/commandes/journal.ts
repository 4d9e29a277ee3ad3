import { lireConfig } from "../../config.ts";
import { ouvrirMaison } from "../../main/ouvrir-maison.ts";
import { verifierLeJournal } from "../../usecases/journal/verifier-le-journal.ts";
import { accorder } from "../../values/accorder.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { organismesChoisis } from "../organismes-choisis.ts";
import { racine } from "../racine.ts";

/** Checks the whole journal against the database: 0 everything agrees, 1 something does not. */
export const journal: Commande = {
  usage: "journal verifier [--organisme ID]",
  aide: "vérifie tout le journal contre la base de données",
  executer: async ({ mots, options }) => {
    if (mots.length !== 1 || mots[0] !== "verifier") {
      throw new ErreurDeCommande("Écrivez : npx probant journal verifier");
    }
    const maison = await ouvrirMaison(lireConfig(process.env, racine), "commande");
    try {
      const ids = await organismesChoisis(maison, options.get("--organisme"));
      let ecarts = 0;
      for (const id of ids) {
        const b = await verifierLeJournal(maison, id);
        ecarts += b.constats.length;
        const compte = [
          accorder(b.dossiers, "dossier"),
          accorder(b.faits, "fait"),
          accorder(b.entrees, "inscription"),
          accorder(b.checkpoints, "tête signée", "têtes signées"),
        ];
        const verdict = b.constats.length === 0 ? "intact" : accorder(b.constats.length, "écart");
        const lignes = [
          `Organisme ${id} : ${verdict}. ${compte.join(", ")}.`,
          ...b.constats.map((c) => `  ${c}`),
        ];
        process.stdout.write(`${lignes.join("\n")}\n`);
      }
      if (ids.length === 0) process.stdout.write("Aucun organisme n’est encore créé : rien à vérifier.\n");
      return ecarts === 0 ? 0 : 1;
    } finally {
      await maison.fermer();
    }
  },
};

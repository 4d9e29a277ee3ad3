import { verifierFichier } from "../../verifier/commande.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";

/** Checks a control file without database or network: 0 intact, 1 altered, 2 unreadable. */
export const verifier: Commande = {
  usage: "verifier FICHIER.zip [--cle EMPREINTE] [--json]",
  aide: "vérifie un dossier de contrôle, sans base de données ni réseau",
  executer: async ({ mots, options }) => {
    const [chemin] = mots;
    if (chemin === undefined) throw new ErreurDeCommande("Indiquez le dossier de contrôle à vérifier.");
    const cle = options.get("--cle");
    return await verifierFichier(chemin, {
      json: options.has("--json"),
      ...(typeof cle === "string" ? { cle } : {}),
    });
  },
};

import { etatAu, lireFichier } from "../../dossier/fichier.ts";
import { constatPublic } from "../../law/constat-public.ts";
import { juger, manquements } from "../../law/judge.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { jourDemande } from "../aujourdhui.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { lireJson } from "../lire-json.ts";
import { direConstats } from "../recit-constats.ts";

/** Judges a dossier file by the rule book: 0 nothing non conforme without reserve, 1 some, 2 unreadable. */
export const controler: Commande = {
  usage: "controler DOSSIER.json [--au AAAA-MM-JJ] [--json]",
  aide: "juge un fichier de dossier par le référentiel",
  executer: async ({ mots, options }) => {
    const [chemin] = mots;
    if (chemin === undefined) throw new ErreurDeCommande("Indiquez le fichier du dossier à contrôler.");
    const au = jourDemande(options.get("--au"));
    const lu = lireFichier(await lireJson(chemin));
    if ("anomalies" in lu) {
      const lignes = lu.anomalies.map((a) => `  ${a.ou} : ${a.phrase}`);
      throw new ErreurDeCommande([`« ${chemin} » n’est pas un dossier lisible :`, ...lignes].join("\n"));
    }
    const constats = juger(etatAu(lu, au), au);
    if (options.has("--json")) {
      const sortie = { format: "probant-constats/1", au, constats: constats.map(constatPublic) };
      process.stdout.write(`${JSON.stringify(sortie, null, 2)}\n`);
    } else {
      process.stdout.write(
        `Dossier jugé au ${formatJour(au)}, ${constats.length} constats.\n${direConstats(constats)}`,
      );
    }
    return manquements(constats).length > 0 ? 1 : 0;
  },
};

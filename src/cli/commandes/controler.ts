import { type Anomalie, etatAu, lireFichier } from "../../dossier/fichier.ts";
import { constatPublic } from "../../law/constat-public.ts";
import { juger, manquements } from "../../law/judge.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { jourDemande } from "../aujourdhui.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { sortieConstats } from "../formats/constats.ts";
import { lireJson } from "../lire-json.ts";
import { direConstats } from "../recit-constats.ts";

/** As many lines as a screen holds; the reader mends those first. */
const MONTREES = 20;

function direAnomalies(chemin: string, anomalies: readonly Anomalie[]): string {
  const lignes = anomalies.slice(0, MONTREES).map((a) => `  ${a.ou} : ${a.phrase}`);
  const reste = anomalies.length - lignes.length;
  return [
    `« ${chemin} » n’est pas un dossier lisible :`,
    ...lignes,
    ...(reste > 0 ? [`  et ${reste} autre${reste > 1 ? "s" : ""}.`] : []),
  ].join("\n");
}

/** Judges a dossier file by the rule book: 0 nothing non conforme without reserve, 1 some, 2 unreadable. */
export const controler: Commande = {
  usage: "controler DOSSIER.json [--au AAAA-MM-JJ] [--json]",
  aide: "juge un fichier de dossier par le référentiel",
  executer: async ({ mots, options }) => {
    const [chemin, autre] = mots;
    if (chemin === undefined) throw new ErreurDeCommande("Indiquez le fichier du dossier à contrôler.");
    if (autre !== undefined) throw new ErreurDeCommande("Un seul fichier se contrôle à la fois.");
    const au = jourDemande(options.get("--au"));
    const lu = lireFichier(await lireJson(chemin));
    if ("anomalies" in lu) {
      throw new ErreurDeCommande(direAnomalies(chemin, lu.anomalies));
    }
    const constats = juger(etatAu(lu, au), au);
    if (options.has("--json")) {
      const sortie = sortieConstats(au, constats.map(constatPublic));
      process.stdout.write(`${JSON.stringify(sortie, null, 2)}\n`);
    } else {
      process.stdout.write(
        `Dossier jugé au ${formatJour(au)}, ${constats.length} constats.\n${direConstats(constats)}`,
      );
    }
    return manquements(constats).length > 0 ? 1 : 0;
  },
};

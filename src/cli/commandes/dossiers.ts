import { lireConfig } from "../../config.ts";
import { ouvrirMaison } from "../../main/ouvrir-maison.ts";
import { type DossierInventorie, inventaire } from "../../usecases/listes/inventaire.ts";
import { accorder } from "../../values/accorder.ts";
import type { Commande } from "../commande.ts";
import { racine } from "../racine.ts";

function enLigne(d: DossierInventorie): string {
  const dates = [d.debut, d.fin].filter((j) => j !== null).join(" → ");
  return [
    d.reference.padEnd(14),
    d.etape.padEnd(13),
    (d.phase ?? "").padEnd(14),
    dates.padEnd(25),
    accorder(d.faits, "fait"),
  ].join(" ");
}

/** The dossiers of the installation: reference, stage, phase, dates, counts. No name. */
export const dossiers: Commande = {
  usage: "dossiers [--json]",
  aide: "liste les dossiers de l’installation, sans aucun nom",
  executer: async ({ options }) => {
    const maison = await ouvrirMaison(lireConfig(process.env, racine), "commande");
    try {
      const lus: DossierInventorie[] = [];
      for await (const d of inventaire(maison)) lus.push(d);
      const sortie = options.has("--json")
        ? JSON.stringify({ format: "probant-dossiers/1", dossiers: lus }, null, 2)
        : [`${accorder(lus.length, "dossier")}.`, ...lus.map(enLigne)].join("\n");
      process.stdout.write(`${sortie}\n`);
      return 0;
    } finally {
      await maison.fermer();
    }
  },
};

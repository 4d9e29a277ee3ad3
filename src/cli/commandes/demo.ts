import { resolve } from "node:path";
import { ouvrirComptes } from "../../auth/comptes.ts";
import { type Config, lireConfig } from "../../config.ts";
import { raconterDemonstration } from "../../demonstration/raconter.ts";
import { assurerPort } from "../../main/ecouter.ts";
import { ouvrirMaison } from "../../main/ouvrir-maison.ts";
import { dossierDesCourriels, servir } from "../../main/servir.ts";
import { aujourdhui } from "../aujourdhui.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { racine } from "../racine.ts";
import { arretDemande } from "./servir.ts";

function configDeDemo(): Config {
  const env = process.env.PROBANT_DATA
    ? process.env
    : { ...process.env, PROBANT_DATA: resolve(racine, ".probant", "demo") };
  return lireConfig(env, racine);
}

function nombreDeDossiers(option: string | true | undefined): number {
  if (option === undefined) return 0;
  const n = Number(option);
  if (!Number.isSafeInteger(n) || n < 0 || n > 1_000_000) {
    throw new ErreurDeCommande("--dossiers attend un nombre entre 0 et 1 000 000.");
  }
  return n;
}

/** Serves the fictitious organisation, made at the first run; its data lies in a folder of its own. */
export const demo: Commande = {
  usage: "demo [--dossiers N] [--graine TEXTE]",
  aide: "ouvre la démonstration, avec un organisme inventé et ses douze dossiers, ou N avec --dossiers",
  executer: async ({ options }) => {
    const dossiers = nombreDeDossiers(options.get("--dossiers"));
    const graine = options.get("--graine");
    const config = configDeDemo();
    await assurerPort(config);
    const maison = await ouvrirMaison(config, "serveur");
    try {
      const comptes = ouvrirComptes({
        pool: maison.base.pool,
        secret: maison.trousseau.secretDeSession(),
        url: config.url,
      });
      const demonstration = await raconterDemonstration(
        maison,
        comptes,
        aujourdhui(),
        { dossiers, ...(typeof graine === "string" ? { graine } : {}) },
        (phrase) => process.stderr.write(`${phrase}\n`),
      );
      const arret = arretDemande();
      const serveur = await servir(config, maison, true);
      const lignes = demonstration.comptes.map(
        (c) => `  ${c.courriel.padEnd(26)} ${c.motDePasse}   (${c.nom})`,
      );
      process.stdout.write(
        `La démonstration est ouverte : ${serveur.url}\nPour entrer :\n${lignes.join("\n")}\nCe qu’elle écrit aux gens, liens compris : ${dossierDesCourriels(config)}\n`,
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

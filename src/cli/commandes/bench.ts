import { type Commande, ErreurDeCommande } from "../commande.ts";

/** Measures the budgets of the product as ratios: 0 every floor holds, 1 one does not, 2 it cannot be measured. */
export const bench: Commande = {
  usage: "bench [LIGNE…] [--json] [--ecrire]",
  aide: "mesure les budgets de vitesse et de mémoire, en rapports (c’est ce que fait npm run bench)",
  executer: async ({ mots, options }) => {
    // Loaded on demand: an installation without the folder `bench/` has every other command.
    const { mesurer, NOMS_DES_LIGNES } = await import("../../../bench/lancer.ts");
    const inconnue = mots.find((m) => !NOMS_DES_LIGNES.includes(m));
    if (inconnue !== undefined) {
      throw new ErreurDeCommande(
        `La ligne « ${inconnue} » n’existe pas. Les lignes : ${NOMS_DES_LIGNES.join(", ")}.`,
      );
    }
    return await mesurer({ lignes: mots, json: options.has("--json"), ecrire: options.has("--ecrire") });
  },
};

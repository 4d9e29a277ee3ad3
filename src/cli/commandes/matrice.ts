import type { Commande } from "../commande.ts";

/** Asks every route in the name of every role: 0 each answer is the promised one, 1 one is not or a canary got out. */
export const matrice: Commande = {
  usage: "matrice [--json]",
  aide: "essaie chaque route avec chaque rôle sur une base jetable (c’est ce que fait npm run matrice)",
  executer: async ({ options }) => {
    // Loaded on demand: an installation without the folder `tests/` has every other command.
    const { lancerMatrice } = await import("../../../tests/matrice/lancer.ts");
    return await lancerMatrice({ json: options.has("--json") });
  },
};

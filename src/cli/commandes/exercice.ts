import type { Commande } from "../commande.ts";

/** The drill of backup and destruction: 0 nothing was seen nor came back, 1 something was. */
export const exercice: Commande = {
  usage: "exercice [--json]",
  aide: "sauvegarde, détruit, cherche, restaure et cherche encore, sur une base jetable (c’est ce que fait npm run exercice)",
  executer: async ({ options }) => {
    // Loaded on demand: an installation without the folder `tests/` has every other command.
    const { lancerExercice } = await import("../../../tests/exercice/lancer.ts");
    return await lancerExercice({ json: options.has("--json") });
  },
};

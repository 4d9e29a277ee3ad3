import type { Commande } from "../commande.ts";

/** Cuts, jumps and searches: 0 everything holds, 1 something does not. */
export const doutes: Commande = {
  usage: "doutes [--nuit] [--json] [--ecrire]",
  aide: "coupe, dérègle et cherche, sur une base jetable (c’est ce que fait npm run doutes)",
  executer: async ({ options }) => {
    // Loaded on demand: an installation without the folder `tests/` has every other command.
    const { lancerDoutes } = await import("../../../tests/doutes/lancer.ts");
    return await lancerDoutes({
      taille: options.has("--nuit") ? "nuit" : "pousse",
      json: options.has("--json"),
      ecrire: options.has("--ecrire"),
    });
  },
};

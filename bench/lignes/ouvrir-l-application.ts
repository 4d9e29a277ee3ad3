import { setTimeout as attendre } from "node:timers/promises";
import { conclure, type Ligne } from "../ligne.ts";
import { arbreDe, commandeDe, pss } from "../memoire.ts";
import { avecApplication } from "../processus-servi.ts";

const MEMOIRE_MAX = 300;
const DEMARRAGE_MAX = 60;

/** The whole application at rest, with its embedded database: start-up on an empty folder, and memory of all its processes. */
export const ouvrirLApplication: Ligne = {
  id: "application",
  mesurer: (echelle) =>
    avecApplication(async ({ pid, url, demarrage }) => {
      for (const chemin of ["/connexion", "/aide"]) await (await fetch(`${url}${chemin}`)).arrayBuffer();
      // At rest: what starting left behind has been collected, and the background work has had its turns.
      await attendre(echelle === "reelle" ? 5_000 : 0);
      const processus = arbreDe(pid);
      if (!processus.some((p) => /postgres/.test(commandeDe(p) ?? "")))
        throw new Error("the database is not among the processes");
      const memoire = pss(processus);
      const secondes = demarrage / 1000;
      return [
        conclure({
          id: "memoire-repos",
          what: `Memory of the whole application at rest, database included, against its budget (MB, proportional set size of ${processus.length} processes; times the budget)`,
          ours: memoire,
          rival: MEMOIRE_MAX,
          ratio: memoire / MEMOIRE_MAX,
          floor: 1,
          aim: 1,
        }),
        conclure({
          id: "demarrage",
          what: "From the command to the first page on an empty data folder, against one minute (s; times the budget)",
          ours: secondes,
          rival: DEMARRAGE_MAX,
          ratio: secondes / DEMARRAGE_MAX,
          floor: 1,
          aim: 1,
        }),
      ];
    }),
};

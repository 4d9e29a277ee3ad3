import { etatAu, lireFichier } from "../../src/dossier/fichier.ts";
import { juger } from "../../src/law/judge.ts";
import { jour } from "../../src/values/jour.ts";
import { fichierDUnBilan } from "../dossier-complet.ts";
import { chronometrer, entrelacer, mediane, rapport } from "../entrelacer.ts";
import { conclure, type Ligne } from "../ligne.ts";

const AU = jour("2026-11-24");

/** Judging a whole dossier by every rule, against reading its file as JSON. */
export const jugerUnDossier: Ligne = {
  id: "juger",
  mesurer: async (echelle) => {
    const fichier = fichierDUnBilan();
    const lu = lireFichier(JSON.parse(fichier));
    if ("anomalies" in lu)
      throw new Error(`the sample dossier: ${lu.anomalies[0]?.ou} ${lu.anomalies[0]?.phrase}`);
    const [tours, fois] = echelle === "reelle" ? [60, 200] : [2, 1];
    // A state of its own for each judgement, as each request has; the organisation is shared by its dossiers.
    const etats = Array.from({ length: fois }, () => etatAu(lu, AU));
    let i = 0;
    const serie = await entrelacer(
      { tours, chauffe: echelle === "reelle" ? 20 : 1 },
      () => chronometrer(() => juger(etats[i++ % fois]!, AU), fois),
      () => chronometrer(() => JSON.parse(fichier), fois),
    );
    const [a, b] = [1000 * mediane(serie.ours), 1000 * mediane(serie.rival)];
    const what = `Judging a dossier of ${lu.faits.length} facts by every rule, against JSON.parse of its file of ${(fichier.length / 1024).toFixed(0)} KB (µs; times the time)`;
    return [conclure({ id: "juger", what, ours: a, rival: b, ratio: rapport(serie), floor: 5, aim: 2 })];
  },
};

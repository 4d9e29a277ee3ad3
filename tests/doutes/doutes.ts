import { altererLeJournal } from "./alterations.ts";
import type { Atelier } from "./installation.ts";
import { essayerDeNuit } from "./nuit.ts";
import type { Epreuve, Taille } from "./resultat.ts";
import { sauterDansLeTemps } from "./sauts.ts";
import { chercherLesSecrets } from "./secrets.ts";
import { couperLesVoies } from "./voies-coupees.ts";

/** The trials of a push, then those that only a night has time for. `dire` is told of each as it ends. */
export async function eprouver(
  atelier: Atelier,
  taille: Taille,
  dire: (e: Epreuve) => void,
): Promise<Epreuve[]> {
  const faites: Epreuve[] = [];
  const noter = (...epreuves: readonly Epreuve[]) => {
    for (const e of epreuves) dire(e);
    faites.push(...epreuves);
  };
  noter(altererLeJournal());
  noter(await sauterDansLeTemps(atelier));
  noter(await chercherLesSecrets(atelier));
  noter(...(await couperLesVoies(atelier, taille)));
  if (taille === "nuit") await essayerDeNuit(atelier, noter);
  return faites;
}

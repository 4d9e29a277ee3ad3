import { mars2023, novembre2026 } from "./deux-dates.ts";
import { ecrireDossier } from "./ecrire.ts";
import { lisezMoi } from "./lisez-moi.ts";
import { paires } from "./paires.ts";

/** Everything that lies in `exemples/`: the name of each file and its text. */
export function fichiersDExemples(): Map<string, string> {
  const fichiers = new Map<string, string>([["LISEZMOI.md", lisezMoi(paires)]]);
  for (const p of paires) {
    fichiers.set(`${p.nom}.non-conforme.json`, ecrireDossier(p.nonConforme));
    fichiers.set(`${p.nom}.conforme.json`, ecrireDossier(p.conforme));
  }
  fichiers.set("deux-dates.mars-2023.json", ecrireDossier(mars2023));
  fichiers.set("deux-dates.novembre-2026.json", ecrireDossier(novembre2026));
  return fichiers;
}

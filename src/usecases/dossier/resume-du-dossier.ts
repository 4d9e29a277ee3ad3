import { etatDe } from "../../dossier/evolve.ts";
import type { Fait } from "../../dossier/fait.ts";
import { resumer } from "../../dossier/resume.ts";
import type { Etat } from "../../law/etat.ts";
import type { ResumeDossier } from "../../store/dossier/resume.ts";
import type { Jour } from "../../values/jour.ts";
import { type Identite, nomComplet } from "./identite.ts";

/** The row of the lists after `faits`, as of `au`. */
export function resumeDuDossier(
  initial: Etat,
  identite: Identite,
  faits: readonly Fait[],
  conseiller: string,
  au: Jour,
): ResumeDossier {
  const etat = etatDe(initial, faits);
  const resume = resumer(etat, faits, au);
  return {
    ...resume,
    beneficiaire: { ...initial.beneficiaire, ...identite },
    nomAffiche: nomComplet(identite),
    conseiller: etat.seances.at(-1)?.intervenant ?? etat.entretien?.intervenant ?? conseiller,
    financement: resume.financement ?? "",
  };
}

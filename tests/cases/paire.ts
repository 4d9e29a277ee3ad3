import { ajouterJours, jour } from "../../src/values/jour.ts";
import { type Dossier, donneesDe, estDeType } from "./dossier.ts";

/** One row of the official answers, told twice: once as it must not be, once as it must. */
export interface Paire {
  /** « Q07-trois-offres », the beginning of both file names. */
  nom: string;
  /** Whose bilan it is, in French. */
  histoire: string;
  /** What differs between the two files, in French. */
  difference: string;
  /** Every rule that finds the first file at fault, without reserve. */
  regles: readonly string[];
  /** Rules whose warning stays on the second file: what nobody is sure of. */
  alertes?: readonly string[];
  nonConforme: Dossier;
  conforme: Dossier;
  /** First day on which the fault shows, when it is later than the day after the end. */
  au?: string;
}

export function question(paire: Paire): string {
  return `Q${Number(paire.nom.slice(1, 3))}`;
}

/** The last day of the bilan: handing over, early end or declared exit. */
export function finDe(d: Dossier): string {
  const sortie = d.faits.find(estDeType("service_fait_declare"));
  if (sortie !== undefined) return donneesDe(sortie).sortieLe as string;
  const fin = d.faits.find((f) => f.type === "bilan_interrompu.v1" || f.type === "synthese_remise.v1");
  if (fin === undefined) throw new Error("this bilan has no end");
  return fin.date;
}

/** The day on which both files of a pair are first judged: the day after the end of the bilan. */
export function jourNaturel(paire: Paire): string {
  return paire.au ?? ajouterJours(jour(finDe(paire.conforme)), 1);
}

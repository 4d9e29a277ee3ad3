import { formatJourCourt } from "../../values/dates-fr.ts";
import { definitionDe } from "../catalogue.ts";
import type { Option } from "../champ.ts";
import { faitsEffectifs } from "../evolve.ts";
import type { Fait } from "../fait.ts";

/**
 * A correction, and a paper whose bytes are sealed, are not corrected in their turn; nor is what was destroyed: no
 * correction brings it back.
 */
const INTOUCHABLES = new Set([
  "fait_corrige.v1",
  "piece_versee.v1",
  "contenus_detruits.v1",
  "contenus_conserves_detruits.v1",
  "contenus_conserves_detruits.v2",
  "conservation_retiree.v1",
  "cles_detruites.v1",
]);

/** « Séance tenue, 12 oct. 2026 ». */
export function nomDuFait(f: Fait): string {
  return `${definitionDe(f.type).libelle}, ${formatJourCourt(f.date)}`;
}

/**
 * The facts as they stand after their corrections, the newest first: a correction that was wrong is corrected again. Once
 * contents were destroyed, an agreement that keeps some of them is withdrawn, which destroys them, and not corrected.
 */
export function corrigeables(faits: readonly Fait[]): Fait[] {
  const detruits = faits.some((f) => f.type === "contenus_detruits.v1");
  return faitsEffectifs(faits)
    .filter((f) => !INTOUCHABLES.has(f.type) && !(detruits && f.type === "conservation_autorisee.v1"))
    .toReversed();
}

export function optionsFaits(faits: readonly Fait[]): Option[] {
  return corrigeables(faits).map((f) => {
    const recit = definitionDe(f.type).recit(f.donnees);
    return { valeur: f.id, libelle: recit === null ? nomDuFait(f) : `${nomDuFait(f)} : ${recit}` };
  });
}

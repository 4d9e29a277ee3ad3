import { formatJourCourt } from "../../values/dates-fr.ts";
import { definitionDe } from "../catalogue.ts";
import type { Option } from "../champ.ts";
import type { Fait } from "../fait.ts";

/** A correction, and a paper whose bytes are sealed, are not corrected in their turn. */
const INTOUCHABLES = new Set(["fait_corrige.v1", "piece_versee.v1"]);

/** « Séance tenue, 12 oct. 2026 ». */
export function nomDuFait(f: Fait): string {
  return `${definitionDe(f.type).libelle}, ${formatJourCourt(f.date)}`;
}

export function estCorrige(fait: Fait, faits: readonly Fait[]): boolean {
  return faits.some(
    (f) => f.type === "fait_corrige.v1" && (f.donnees as { corrige: string }).corrige === fait.id,
  );
}

/** The facts that can still be corrected, the newest first. */
export function corrigeables(faits: readonly Fait[]): Fait[] {
  return faits.filter((f) => !INTOUCHABLES.has(f.type) && !estCorrige(f, faits)).toReversed();
}

export function optionsFaits(faits: readonly Fait[]): Option[] {
  return corrigeables(faits).map((f) => {
    const recit = definitionDe(f.type).recit(f.donnees);
    return { valeur: f.id, libelle: recit === null ? nomDuFait(f) : `${nomDuFait(f)} : ${recit}` };
  });
}

import { faitsEffectifs } from "../../dossier/evolve.ts";
import type { DefinitionDe } from "../../dossier/fait.ts";
import type { Etat } from "../../law/etat.ts";
import type { Jour } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import type { FaitConsigne } from "../dossier/texte-des-faits.ts";

type Donnees<D> = D extends DefinitionDe<infer S> ? S["_zod"]["output"] : never;

/** The facts of one kind as they stand after corrections, with their data typed, in order. */
export function faitsDe<D extends { type: string }>(
  dossier: DossierCharge,
  definition: D,
): (FaitConsigne & { donnees: Donnees<D> })[] {
  return faitsEffectifs(dossier.faits).filter((f) => f.type === definition.type) as (FaitConsigne & {
    donnees: Donnees<D>;
  })[];
}

/** The fact that has this id. */
export function faitDeId(dossier: DossierCharge, id: string): FaitConsigne | undefined {
  return dossier.faits.find((f) => f.id === id);
}

/** The day the last fact was written down: how far the dossier's papers know. */
export function dernierJour(dossier: DossierCharge): Jour | null {
  return dossier.faits.at(-1)?.consigneLe ?? null;
}

/** Name of an intervenant; null when the organisation does not know that id (any more). */
export function nomIntervenant(etat: Etat, id: string | undefined): string | null {
  return etat.organisme.intervenants.find((i) => i.id === id)?.nom ?? null;
}

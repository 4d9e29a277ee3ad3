import type { Etat, Trace } from "../law/etat.ts";
import { definitionDe } from "./catalogue.ts";
import { contenusNommes } from "./contenus-nommes.ts";
import type { Fait } from "./fait.ts";

/**
 * Facts after corrections: a corrected fact keeps its place and takes the corrected day and data; a cancelled one goes.
 * The data are read by the kind of the fact, since what is absent is not stored.
 */
export function faitsEffectifs<F extends Fait>(faits: readonly F[]): F[] {
  const corrections = new Map<string, Fait>();
  for (const f of faits)
    if (f.type === "fait_corrige.v1") corrections.set((f.donnees as { corrige: string }).corrige, f);
  if (corrections.size === 0) return [...faits];
  return faits.flatMap((f) => {
    const correction = corrections.get(f.id);
    if (correction === undefined) return [f];
    const { date, remplacement } = correction.donnees as { date: Fait["date"] | null; remplacement: unknown };
    if (remplacement === null) return [];
    return [{ ...f, date: date ?? f.date, donnees: definitionDe(f.type).schema.parse(remplacement) }];
  });
}

function changement(etat: Etat, fait: Fait): Partial<Etat> {
  const trace: Trace = { date: fait.date, consigneLe: fait.consigneLe, fait: fait.id };
  const change = definitionDe(fait.type).evolve(etat, fait.donnees, trace);
  return etat.destruction === null ? change : { ...ecritDepuis(etat.destruction, fait), ...change };
}

/** A text sealed after a destruction is to be destroyed too: since when it is there. A correction seals none. */
function ecritDepuis(destruction: NonNullable<Etat["destruction"]>, fait: Fait): Partial<Etat> {
  if (destruction.ecritDepuis !== null || fait.type === "fait_corrige.v1") return {};
  if (contenusNommes(fait.donnees).length === 0) return {};
  return { destruction: { ...destruction, ecritDepuis: fait.consigneLe } };
}

/** The state after one more fact. Pure; unknown kinds are refused when they are read, not here. */
export function evolve(etat: Etat, fait: Fait): Etat {
  return Object.assign({}, etat, changement(etat, fait));
}

/** The state that a list of facts gives, from the organisation and person it starts with. */
export function etatDe(initial: Etat, faits: readonly Fait[]): Etat {
  // One copy that grows: copying the whole state at each fact would cost more than all that the facts change.
  const etat = { ...initial };
  for (const fait of faitsEffectifs(faits)) Object.assign(etat, changement(etat, fait));
  return etat;
}

import type { Organisme } from "../../law/etat.ts";

export interface Ecarts {
  avant: Record<string, unknown>;
  apres: Record<string, unknown>;
}

/**
 * What two states of an organisation do not share, part by part; of a list, the elements that the other does not have.
 * A part that only changed its order is given whole.
 */
export function ecarts(avant: Organisme, apres: Organisme): Ecarts {
  const trouves: Ecarts = { avant: {}, apres: {} };
  for (const partie of Object.keys(apres) as (keyof Organisme)[]) {
    const [a, b] = [avant[partie], apres[partie]];
    if (JSON.stringify(a) === JSON.stringify(b)) continue;
    const [seuls, nouveaux] = [sans(a, b), sans(b, a)];
    const memes = Array.isArray(seuls) && Array.isArray(nouveaux) && seuls.length + nouveaux.length === 0;
    trouves.avant[partie] = memes ? a : seuls;
    trouves.apres[partie] = memes ? b : nouveaux;
  }
  return trouves;
}

function sans(partie: unknown, autre: unknown): unknown {
  if (!Array.isArray(partie) || !Array.isArray(autre)) return partie;
  const connus = new Set(autre.map((x) => JSON.stringify(x)));
  return partie.filter((x) => !connus.has(JSON.stringify(x)));
}

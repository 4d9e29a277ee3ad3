/** The figures of both sides, in the order in which they were taken. */
export interface Serie {
  ours: number[];
  rival: number[];
}

/**
 * Measures the two sides in turn, ours then the rival's, so that whatever slows the machine slows both. Each function
 * gives one figure; `chauffe` first rounds are thrown away.
 */
export async function entrelacer(
  { tours, chauffe = 1 }: { tours: number; chauffe?: number },
  ours: () => number | Promise<number>,
  rival: () => number | Promise<number>,
): Promise<Serie> {
  const serie: Serie = { ours: [], rival: [] };
  for (let i = -chauffe; i < tours; i += 1) {
    const [a, b] = [await ours(), await rival()];
    if (i < 0) continue;
    serie.ours.push(a);
    serie.rival.push(b);
  }
  return serie;
}

export function mediane(valeurs: readonly number[]): number {
  if (valeurs.length === 0) throw new RangeError("no figure to take the median of");
  const ordre = valeurs.toSorted((a, b) => a - b);
  const milieu = ordre.length / 2;
  return (ordre[Math.ceil(milieu) - 1]! + ordre[Math.floor(milieu)]!) / 2;
}

/** Median of the ratios ours ∕ rival of neighbours: what slows the machine for a while slows both of a pair. */
export function rapport({ ours, rival }: Serie): number {
  return mediane(ours.map((valeur, i) => valeur / rival[i]!));
}

/** Milliseconds that `fn` takes, each of `fois` times. */
export async function chronometrer(fn: () => unknown, fois = 1): Promise<number> {
  const debut = performance.now();
  for (let i = 0; i < fois; i += 1) {
    const suite = fn();
    if (suite instanceof Promise) await suite;
  }
  return (performance.now() - debut) / fois;
}

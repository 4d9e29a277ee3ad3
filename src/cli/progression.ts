const INTERVALLE_MS = 1_000;

/** Tells on the error output how a long command goes on, one phrase a second at most. */
export function progression(): (phrase: string) => void {
  let derniere = Number.NEGATIVE_INFINITY;
  return (phrase) => {
    const maintenant = performance.now();
    if (maintenant - derniere < INTERVALLE_MS) return;
    derniere = maintenant;
    process.stderr.write(`${phrase}\n`);
  };
}

/** Size in French decimal units: « 312 ko », « 1,4 Go ». */
export function direTaille(octets: number): string {
  const [diviseur, unite] = octets < 1e6 ? [1e3, "ko"] : octets < 1e9 ? [1e6, "Mo"] : ([1e9, "Go"] as const);
  const nombre = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 }).format(octets / diviseur);
  return `${nombre} ${unite}`;
}

/** Duration in seconds with one decimal, as French writes it. */
export function direSecondes(ms: number): string {
  return `${new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 }).format(ms / 1000)} s`;
}

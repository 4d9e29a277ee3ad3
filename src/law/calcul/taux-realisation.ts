/** The whole of the planned accompaniment, per ten thousand. */
export const INTEGRALITE = 10_000;
/** Half a per cent: a rate may be declared in whole per cents, which is no contradiction. */
export const ARRONDI_DU_TAUX = 50;

/**
 * « Taux de réalisation » per ten thousand: accompaniment done out of planned, never above the whole, half up.
 * null when nothing was planned.
 */
export function tauxRealisation(fait: number, prevu: number): number | null {
  if (prevu <= 0) return null;
  return Math.min(INTEGRALITE, Math.floor((fait * 2 * INTEGRALITE + prevu) / (prevu * 2)));
}

/** « 87,5 % ». */
export function formatTaux(taux: number): string {
  return `${String(taux / 100).replace(".", ",")}\u00a0%`;
}

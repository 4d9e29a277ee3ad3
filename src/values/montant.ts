/** An amount of money in whole cents of euro. */
export type Centimes = number & { readonly __centimes: unique symbol };

export function centimes(n: number): Centimes {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not cents: ${n}`);
  return n as Centimes;
}

export function euros(n: number): Centimes {
  return centimes(Math.round(n * 100));
}

/** « 1 580,00 € »: narrow no-break space in thousands, comma, no-break space before the sign. */
export function formatMontant(c: number): string {
  const signe = c < 0 ? "−" : "";
  const [entier, reste] = [Math.floor(Math.abs(c) / 100), Math.abs(c) % 100];
  const milliers = String(entier).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return `${signe}${milliers},${String(reste).padStart(2, "0")}\u00a0€`;
}

/** Reads « 1 580,00 € », « 1580 », « 1580.5 »; null when it is no amount. */
export function parseMontant(texte: string): Centimes | null {
  const t = texte.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
  const lu = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(t);
  if (lu === null) return null;
  return centimes(Number(lu[1]) * 100 + Number((lu[2] ?? "").padEnd(2, "0")));
}

/**
 * The share of `total` for `part` out of `tout`, rounded to the nearest cent, half up.
 * Exact: no floating product (EDOF and invoices are compared to the cent).
 */
export function prorata(total: Centimes, part: number, tout: number): Centimes {
  if (tout <= 0) throw new RangeError("prorata of nothing");
  const produit = BigInt(total) * BigInt(part) * 2n + BigInt(tout);
  return centimes(Number(produit / (BigInt(tout) * 2n)));
}

/** Splits `total` by weights; the cents that rounding leaves go to the largest remainders, so that the sum is exact. */
export function repartir(total: number, poids: readonly number[]): number[] {
  const somme = poids.reduce((a, b) => a + b, 0);
  if (somme <= 0) throw new RangeError("no weight to share by");
  const exacts = poids.map((p) => (BigInt(total) * BigInt(p)) / BigInt(somme));
  const restes = poids.map((p, i) => ({ i, reste: (BigInt(total) * BigInt(p)) % BigInt(somme) }));
  let reliquat = total - Number(exacts.reduce((a, b) => a + b, 0n));
  const parts = exacts.map(Number);
  for (const { i } of restes.sort((a, b) => (a.reste < b.reste ? 1 : a.reste > b.reste ? -1 : a.i - b.i))) {
    if (reliquat <= 0) break;
    parts[i] = parts[i]! + 1;
    reliquat -= 1;
  }
  return parts;
}

/** An amount of money in whole cents of euro. */
export type Centimes = number & { readonly __centimes: unique symbol };

/** Whole cents, negative ones too; throws a `RangeError` on anything else. */
export function centimes(n: number): Centimes {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not cents: ${n}`);
  return n as Centimes;
}

/** `n` euros in cents, to the nearest. */
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

/** Reads « 1 580,00 € », « 1580 », « 1580.5 »; null when it is no amount, or a negative one: nobody types a debt. */
export function parseMontant(texte: string): Centimes | null {
  const saisi = texte.trim();
  const t = (saisi.endsWith("€") ? saisi.slice(0, -1).trimEnd() : saisi).replace(/\s(?=\d{3}(?!\d))/g, "");
  const lu = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(t);
  if (lu === null) return null;
  return centimes(Number(lu[1]) * 100 + Number((lu[2] ?? "").padEnd(2, "0")));
}

/** Quotient rounded down: `BigInt` division alone rounds towards zero, which loses a cent on a credit note. */
function quotient(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b < 0n ? q - 1n : q;
}

/**
 * The share of `total` for `part` out of `tout`, rounded to the nearest cent, half up.
 * Exact: no floating product (EDOF and invoices are compared to the cent).
 */
export function prorata(total: Centimes, part: number, tout: number): Centimes {
  if (tout <= 0) throw new RangeError("prorata of nothing");
  const diviseur = BigInt(tout);
  return centimes(Number(quotient(BigInt(total) * BigInt(part) * 2n + diviseur, diviseur * 2n)));
}

/** Splits `total` by weights; the cents that rounding leaves go to the largest remainders, so that the sum is exact. */
export function repartir(total: number, poids: readonly number[]): number[] {
  const somme = BigInt(poids.reduce((a, b) => a + b, 0));
  if (somme <= 0n || poids.some((p) => p < 0)) throw new RangeError("no weight to share by");
  const parts = poids.map((p, i) => {
    const exact = BigInt(total) * BigInt(p);
    const part = quotient(exact, somme);
    return { i, part: Number(part), reste: exact - part * somme };
  });
  let reliquat = total - parts.reduce((a, p) => a + p.part, 0);
  for (const p of parts.toSorted((a, b) => (a.reste < b.reste ? 1 : a.reste > b.reste ? -1 : a.i - b.i))) {
    if (reliquat === 0) break;
    p.part += 1;
    reliquat -= 1;
  }
  return parts.map((p) => p.part);
}

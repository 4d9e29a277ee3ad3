/** A moment, UTC, `AAAA-MM-JJTHH:MM:SS.mmmZ`, as `Date.toISOString` writes it. */
export type Instant = string & { readonly __instant: unique symbol };

const FORME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export function parseInstant(texte: string): Instant | null {
  return FORME.test(texte) ? (texte as Instant) : null;
}

/** A moment, UTC, `AAAA-MM-JJTHH:MM:SS.mmmZ`, as `Date.toISOString` writes it. */
export type Instant = string & { readonly __instant: unique symbol };

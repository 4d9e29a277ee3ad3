import { ErreurDite } from "../values/erreur-dite.ts";
import type { Instant } from "../values/instant.ts";

/** A time-stamp of an authority (RFC 3161). */
export interface Horodatage {
  /** DER token, as `openssl ts -verify -token_in` reads it. */
  readonly jeton: Uint8Array;
  readonly le: Instant;
  /** The authority's own policy, an object identifier. */
  readonly politique: string;
  /** Number of the token, hexadecimal. */
  readonly numero: string;
}

/** The authority gave no time-stamp that can be used; the sentence says why. */
export class ErreurHorodatage extends ErreurDite {}

import type { Usage } from "./fichier-trousseau.ts";

/** A key as it lies outside of what opens it: wrapped, and the name of the outer key that wraps it. */
export interface Enveloppe {
  cleExterne: string;
  enveloppe: Buffer;
}

/**
 * The port between the vault and whatever holds the outer keys: a file by default, a key management service or a token for
 * who writes an adapter. Four things and no more: wrap, unwrap, turn, destroy. An outer key never comes out of it.
 * `tests/vault/contrat-des-cles-externes.ts` says what an adapter must hold.
 */
export interface ClesExternes {
  /** Wraps a key of 32 bytes under the outer key in use for that usage. It opens with the same `lieu` alone. */
  envelopper(usage: Usage, lieu: string, cle: Uint8Array): Promise<Enveloppe>;
  /**
   * Unwraps it. Throws `ErreurTrousseau` when its outer key was destroyed or is not here, `ScelleIllisible` for another
   * `lieu` or altered bytes.
   */
  developper(lieu: string, enveloppe: Enveloppe): Promise<Buffer>;
  /** Ids of the outer keys of that usage, the one in use last. */
  externesDe(usage: Usage): string[];
  /** Turns: makes the outer key that wraps from now on, and gives its id. The older ones still open. */
  ajouterExterne(usage: Usage): Promise<string>;
  /** Destroys outer keys: nothing that they wrapped opens again, in any copy. Unknown ids are passed over. */
  detruireExternes(ids: readonly string[], le: string): Promise<void>;
  /** Whether that outer key was here and was destroyed: « destroyed » is never taken for « lost ». */
  estDetruite(id: string): boolean;
}

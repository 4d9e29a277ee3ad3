import type { AdresseCourriel, Expediteur } from "../values/adresse-courriel.ts";
import type { Instant } from "../values/instant.ts";

/** A file that leaves with a message. */
export interface PieceJointe {
  readonly nom: string;
  readonly typeMedia: string;
  readonly octets: Uint8Array;
}

/** One message, to one person, ready to leave. */
export interface Courriel {
  /** The same at every attempt: whoever gets it twice can tell. */
  readonly id: string;
  readonly le: Instant;
  readonly de: Expediteur;
  readonly a: AdresseCourriel;
  readonly repondreA: Expediteur | null;
  /** Where mail servers send back what cannot be given; null: nowhere, and nobody is told. */
  readonly retour: AdresseCourriel | null;
  readonly sujet: string;
  readonly texte: string;
  readonly html: string;
  readonly pieces: readonly PieceJointe[];
}

/**
 * What became of a message. `refuse`: it surely did not leave, and trying the same again is of no use when `definitif`.
 * `doute`: it was handed over whole and nobody said whether it was taken. `erreur` is a French sentence without content.
 */
export type Envoi =
  | { readonly issue: "accepte" }
  | { readonly issue: "refuse"; readonly definitif: boolean; readonly erreur: string }
  | { readonly issue: "doute"; readonly erreur: string };

/** Whoever carries messages away. */
export interface Postier {
  /** Never throws for what a mail server can do. Ends in a bounded time. */
  envoyer: (courriel: Courriel) => Promise<Envoi>;
}

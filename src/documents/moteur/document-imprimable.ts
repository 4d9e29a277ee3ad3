import type { Jour } from "../../values/jour.ts";

/** What a template can be given: JSON. Every string in it is data, never Typst source. */
export type Donnee =
  | string
  | number
  | boolean
  | null
  | readonly Donnee[]
  | { readonly [cle: string]: Donnee };

/** The logo of an organisation. `alternative` is read aloud in its place (PDF/A-2a refuses an image without it). */
export interface Logo {
  readonly format: "png" | "svg";
  readonly octets: Uint8Array;
  readonly alternative: string;
}

/** A document ready to be printed: a template and its data. The same value always gives the same bytes. */
export interface DocumentImprimable {
  /** Template, path under `src/documents/`: `devis/devis.typ`. */
  readonly gabarit: string;
  /** Title of the PDF file, shown by readers in their window. */
  readonly titre: string;
  /** The day written in the file as its creation date: a fact of the dossier, never the clock. */
  readonly date: Jour;
  readonly donnees: { readonly [cle: string]: Donnee };
  readonly logo: Logo | null;
}

import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import type { Postier } from "../../mail/postier.ts";
import type { Expediteur } from "../../values/adresse-courriel.ts";

/** What sending works with. */
export interface Courrier {
  postier: Postier;
  /** Whom messages come from; null: from the contact address of each organisation. */
  expediteur: Expediteur | null;
  /** Public address of the installation, which links start from. */
  url: string;
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
}

import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import type { Auteur, Maison } from "../maison.ts";
import type { Avancement } from "../preparations/mener.ts";

/** What a control file is made with, for whom, and to whom its progress is said. */
export interface Fabrique {
  maison: Maison;
  auteur: Auteur;
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
  avancer: (avancement: Avancement) => void | Promise<void>;
}

/** One of its papers, printed. */
export interface PieceImprimee {
  nom: string;
  nature: string;
  titre: string;
  octets: Uint8Array;
  empreinte: string;
}

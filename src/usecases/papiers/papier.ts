import type { Composition } from "../../documents/papier.ts";
import type { DocumentDeContenu } from "../../dossier/classement.ts";
import type { Etat } from "../../law/etat.ts";
import type { Jour } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import type { Noms } from "./noms.ts";

/** What a paper is made from: the dossier, the texts that its reader may open, and the journal's line. */
export interface Matiere {
  dossier: DossierCharge;
  /** The sealed text of that id, null when it may not or can no longer be opened. */
  texteDe: (id: string) => string | null;
  /** Checkpoint of the journal, one line; null on papers that carry none. */
  temoin: string | null;
  /** The day it is asked for; only papers about what comes read it. */
  au: Jour;
  /** Under which names the organisation knows its signatories; nobody's when left out. */
  noms?: Noms;
}

/** One paper of the dossier: when it can be printed, and from which facts. */
export interface Papier {
  /** Its name in addresses and in the control file. */
  nom: string;
  titre: string;
  /** What it is for, one sentence. */
  quoi: string;
  /** A content is read by two people and never goes into a control file. */
  classe: "preuve" | "contenu";
  /** For a content: which one it prints, as a destruction and an agreement to keep name it. */
  document?: DocumentDeContenu;
  /** Whether a controller gets it: only what says something that happened. */
  auControle: boolean;
  /** The act that makes it possible. */
  acte: string | null;
  /** Whether such a dossier ever has one; always when left out. */
  concerne?: (etat: Etat) => boolean;
  /** Rank of the fact that the journal's line on the paper must cover; null for a paper without witness. */
  temoinDe?: (dossier: DossierCharge) => number | null;
  /** The document, or the sentence that says which fact it waits for. */
  composer: (matiere: Matiere) => Composition | { manque: string };
}

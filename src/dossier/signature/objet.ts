import type { Etat, Signataire } from "../../law/etat.ts";
import type { Jour } from "../../values/jour.ts";
import type { FaitNouveau } from "../fait.ts";

/** What may be signed on screen, one word each; the word is in the fact and in the address of the page. */
export const OBJETS = [
  "information",
  "consentement",
  "volontariat",
  "devis",
  "convention",
  "questionnaire",
  "document_suivi",
  "ajustement",
  "seance",
  "synthese",
  "remise",
] as const;
export type Objet = (typeof OBJETS)[number];

/** One thing that waits for somebody's signature. */
export interface Attente {
  objet: Objet;
  /** Id of the session or of the fact that is signed; null when the signature itself makes the fact. */
  sur: string | null;
  /** « Signer la séance du 23 novembre », for a list and a button. */
  titre: string;
  /** « 2 h avec Nadia Benali », in the list; null when the title says all. */
  detail: string | null;
}

/** What a text to sign is written from. `texteDe` opens a sealed content; null when it is gone or not for this reader. */
export interface Matiere {
  etat: Etat;
  /** First name and name of the person of the dossier. */
  personne: string;
  texteDe: (contenuId: string) => string | null;
  /** The sealed contents that a fact names, by the name of their field. */
  contenusDe: (fait: string) => Readonly<Record<string, string>>;
}

/** A text as it is shown before the signature: its fingerprint is taken on exactly these words. */
export interface TexteASigner {
  /** Name and version of the wording, such as `seance.1`: another wording takes another number. */
  modele: string;
  titre: string;
  /** Term and what it says, line by line. */
  lignes: readonly { terme: string; dit: string }[];
  /** The whole paragraphs, sealed contents included. */
  paragraphes: readonly string[];
  /** The sentence that the person agrees with. */
  engagement: string;
}

/** One kind of thing to sign. `preuve`: its text is kept in clear, `contenu`: sealed, and destroyed with the dossier's key. */
export interface ObjetASigner {
  objet: Objet;
  classe: "preuve" | "contenu";
  signataires: readonly Signataire[];
  attentes: (etat: Etat, par: Signataire) => Attente[];
  texte: (matiere: Matiere, attente: Attente) => TexteASigner;
  /** The facts that the signature brings about besides itself, in their order. */
  effets: (etat: Etat, attente: Attente, le: Jour) => FaitNouveau[];
}

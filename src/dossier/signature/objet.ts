import type { Etat, Signataire } from "../../law/etat.ts";
import type { Heure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import type { Refus } from "../acte.ts";
import type { FaitNouveau } from "../fait.ts";

/** What may be signed on screen, one word each; the word is in the fact and in the address of the page. */
export const OBJETS = [
  "information",
  "consentement",
  "volontariat",
  "devis",
  "contrat",
  "convention",
  "questionnaire",
  "document_suivi",
  "ajustement",
  "seance",
  "synthese",
  "remise",
  "suivi",
  "conservation",
  "retrait_conservation",
  "communication",
  "retrait_communication",
] as const;
export type Objet = (typeof OBJETS)[number];

/** One answer of a choice: the id under which it is signed. */
export interface ReponseAuChoix {
  sur: string;
  libelle: string;
  aide: string | null;
}

/** One thing that waits for somebody's signature. */
export interface Attente {
  objet: Objet;
  /** Id of the session or of the fact that is signed, a part after a point; null when the signature makes the fact. */
  sur: string | null;
  /** « Signer la séance du 23 novembre », for a list and a button. */
  titre: string;
  /** « 2 h avec Nadia Benali », in the list; null when the title says all. */
  detail: string | null;
  /** The answers, when there is one to choose first; each has a text of its own to sign. */
  choix?: readonly ReponseAuChoix[];
}

/** What a text to sign is written from. `texteDe` opens a sealed content; null when it is gone or not for this reader. */
export interface Matiere {
  etat: Etat;
  /** First name and name of the person of the dossier. */
  personne: string;
  texteDe: (contenuId: string) => string | null;
  /** What the dossier said just after that fact, corrections included: what all its signatories are shown. */
  alors: (fait: string) => Etat;
  /** The sealed contents that a fact names, by the name of their field. */
  contenusDe: (fait: string) => Readonly<Record<string, string>>;
}

/** One part of a text, under a title of its own. */
export interface Section {
  titre: string;
  paragraphes: readonly string[];
}

/** A text as it is shown before the signature: its fingerprint is taken on exactly these words. */
export interface TexteASigner {
  /** Name and version of the wording, such as `seance.1`: another wording takes another number. */
  modele: string;
  titre: string;
  /** Term and what it says, line by line. */
  lignes: readonly { terme: string; dit: string }[];
  /** The parts of a long text, in their order, before the paragraphs that stand alone. */
  sections?: readonly Section[];
  /** The whole paragraphs, sealed contents included. */
  paragraphes: readonly string[];
  /** The sentence that the person agrees with. */
  engagement: string;
  /** What it does not say yet though the law wants it said: nobody can sign it then. Not part of the words signed. */
  incomplet?: string;
}

/** How somebody says no. */
export interface Refuser {
  /** On the button: « Je ne suis pas d’accord ». */
  libelle: string;
  /** What the no brings about besides itself; nothing when left out. */
  effets?: (etat: Etat, attente: Attente, le: Jour) => FaitNouveau[];
}

/** One kind of thing to sign. `preuve`: its text is kept in clear, `contenu`: sealed, and destroyed with the dossier's key. */
export interface ObjetASigner {
  objet: Objet;
  classe: "preuve" | "contenu";
  /** Which of a proof's kind name somebody in their text: these are sealed as a content. None when left out. */
  scelle?: (etat: Etat, attente: Attente) => boolean;
  signataires: readonly Signataire[];
  /** What waits, on the day `au`. */
  attentes: (etat: Etat, par: Signataire, au: Jour) => Attente[];
  /** What somebody may sign of his own accord though nobody waits for it: an agreement, its withdrawal. */
  possibles?: (etat: Etat, par: Signataire, au: Jour, texteDe?: Matiere["texteDe"]) => Attente[];
  /** « la séance du 3 décembre », in a message: no content. */
  quoi: (etat: Etat, attente: Attente) => string;
  /** The same of several that one message asks for; that of the first one when left out. */
  ensemble?: string;
  texte: (matiere: Matiere, attente: Attente, au: Jour) => TexteASigner;
  /** What the day and the hour still forbid to sign; nothing when left out. */
  tropTot?: (etat: Etat, attente: Attente, maintenant: { au: Jour; heure: Heure }) => Refus | null;
  /** The facts that the signature brings about besides itself, in their order. */
  effets: (etat: Etat, attente: Attente, le: Jour, par: Signataire) => FaitNouveau[];
  /** null where a no is said otherwise: a choice, a withdrawal. */
  refuser: Refuser | null;
  /** Label of the words that may go with the signature, sealed; absent where there is nothing to add. */
  observation?: string;
  /** The one intervenant who may sign this for the counsellor's side; any of the dossier's own when left out. */
  intervenant?: (etat: Etat, attente: Attente) => string | null;
  /** `constat`: what is signed may always be signed, whatever the law says of the dossier. */
  nature?: "decision" | "constat";
}

/** Whether the words of this very one are sealed, as those of a content are. */
export const estScelle = (etat: Etat, attente: Attente & { definition: ObjetASigner }): boolean =>
  attente.definition.classe === "contenu" || attente.definition.scelle?.(etat, attente) === true;

/** The usual way to say no. */
export const PAS_D_ACCORD: Refuser = { libelle: "Je ne suis pas d’accord" };

import type { Etat } from "../law/etat.ts";
import type { Heure } from "../values/heure.ts";
import type { Jour } from "../values/jour.ts";
import { type Champ, Illisible } from "./champ.ts";
import type { Fait, FaitNouveau } from "./fait.ts";

export const ROLES = [
  "conseiller",
  "assistant",
  "responsable",
  "reseau",
  "beneficiaire",
  "employeur",
  "auditeur",
] as const;
export type Role = (typeof ROLES)[number];

/** What an act knows besides the dossier: who does it and which day it is in Paris. */
export interface Contexte {
  au: Jour;
  /** What the clock says there; the whole day is behind when left out, as in a story told afterwards. */
  heure?: Heure;
  role: Role;
  /** Id of the intervenant, for staff. */
  intervenant: string;
  /** All the facts of the dossier, the corrected ones and their corrections included. */
  faits: readonly Fait[];
  /** What the link that opened the form points at: the id of a session, or of a fact. */
  cible?: string;
  /** Opens a sealed name, for whoever may read it; nobody's when left out. */
  nommer?: (contenu: string) => string | null;
}

/** Why an act is impossible: the sentence shown, at which field, and what would make it possible. */
export interface Refus {
  phrase: string;
  champ?: string;
  /** « Cela devient possible quand … » */
  remede?: string;
  /** The act that the law was already waiting for, when its absence is the whole reason. */
  acte?: string;
  /** What must only be seen: given back with the form, at the same field, it is no longer in the way. */
  aVoir?: string;
}

/** A name that whoever signs writes in the field `nom`: it is held against the one that the dossier knows him by. */
export interface NomTape {
  nom: string;
  par: "beneficiaire" | "conseiller";
  /** Id of the intervenant, when it is one who signs. */
  intervenant?: string;
}

export type Champs = Record<string, Champ<unknown>>;
export type Saisie<C extends Champs> = { [K in keyof C]: C[K] extends Champ<infer V> ? V : never };
/** What was typed, field by field; several texts for boxes. */
export type Brut = Record<string, readonly string[]>;

/** What a form holds in its fields: what it proposes, or what was typed. */
export type Saisis = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Fields that are seldom touched, behind one line that says what they hold. */
export interface Repli {
  resume: string;
  champs: readonly string[];
}

export interface Acte {
  nom: string;
  /** Verb and object: title of the form and of the button. */
  titre: string;
  /** One sentence under the title: what it is for, what follows. */
  chapeau?: string;
  /** `decision` commits someone and can be refused by the law; `constat` says what happened and never is. */
  nature: "decision" | "constat";
  /** Nothing brings back what it takes: whoever asks for it types the reference of the dossier. */
  irreversible: boolean;
  champs: (etat: Etat, contexte: Contexte) => Champs;
  /** What the dossier still lacks for the act to make sense, whatever is typed; null when nothing is in its way. */
  obstacle: (etat: Etat, contexte: Contexte) => Refus | null;
  /** First values of the form, as a person would type them. */
  valeurs: (etat: Etat, contexte: Contexte) => Record<string, string | string[]>;
  /** The fields that the form shows behind one line, by what they hold; null when all are in view. */
  repli: (valeurs: Saisis) => Repli | null;
  decider: (etat: Etat, saisie: Record<string, unknown>, contexte: Contexte) => FaitNouveau[] | Refus[];
  /** Who signs in the form itself, by a typed name; null when nobody does. */
  signe: (etat: Etat, saisie: Record<string, unknown>) => NomTape | null;
}

/** Declares an act with its fields typed; `champs` may depend on the dossier (which sessions exist …). */
export function defineActe<C extends Champs>(a: {
  nom: string;
  titre: string;
  chapeau?: string;
  nature: "decision" | "constat";
  irreversible?: boolean;
  champs: C | ((etat: Etat, contexte: Contexte) => C);
  obstacle?: (etat: Etat, contexte: Contexte) => Refus | null;
  valeurs?: (etat: Etat, contexte: Contexte) => Partial<Record<keyof C & string, string | string[]>>;
  repli?: (valeurs: Saisis) => Repli | null;
  decider: (etat: Etat, saisie: Saisie<C>, contexte: Contexte) => FaitNouveau[] | Refus[];
  signe?: (etat: Etat, saisie: Saisie<C>) => NomTape | null;
}): Acte {
  const { champs } = a;
  return {
    nom: a.nom,
    titre: a.titre,
    chapeau: a.chapeau,
    nature: a.nature,
    irreversible: a.irreversible ?? false,
    champs: typeof champs === "function" ? champs : () => champs,
    obstacle: (etat, contexte) => a.obstacle?.(etat, contexte) ?? null,
    valeurs: (etat, contexte) => (a.valeurs?.(etat, contexte) ?? {}) as Record<string, string | string[]>,
    repli: (valeurs) => a.repli?.(valeurs) ?? null,
    decider: (etat, saisie, contexte) => a.decider(etat, saisie as Saisie<C>, contexte),
    signe: (etat, saisie) => a.signe?.(etat, saisie as Saisie<C>) ?? null,
  };
}

/** Whether an act answered refusals; no answer at all is no refusal. */
export function estRefus(x: FaitNouveau[] | Refus[]): x is Refus[] {
  return x.length > 0 && "phrase" in x[0]!;
}

/** Reads a form: the values, or one refusal per field that cannot be read. */
export function lireSaisie(
  champs: Champs,
  brut: Brut,
): { saisie: Record<string, unknown> } | { refus: Refus[] } {
  const saisie: Record<string, unknown> = {};
  const refus: Refus[] = [];
  for (const [nom, champ] of Object.entries(champs)) {
    const valeur = champ.lire(brut[nom] ?? []);
    if (valeur instanceof Illisible) refus.push({ champ: nom, phrase: valeur.phrase });
    else saisie[nom] = valeur;
  }
  return refus.length > 0 ? { refus } : { saisie };
}

import type { Organisme } from "../../law/etat.ts";
import type { Jour } from "../../values/jour.ts";
import type { Champs, Refus } from "../acte.ts";
import type { Champ } from "../champ.ts";

/** What a change knows besides the organisation: the day in Paris, and an id for what it may add. */
export interface ContexteDePartie {
  au: Jour;
  nouvelId: string;
}

/** The organisation as changed, and what the history says of it: « Certificat B-2025-114 ajouté ». */
export interface Changement {
  organisme: Organisme;
  quoi: string;
}

/** The element to be added, where an address gives the key of one that exists. */
export const NOUVEAU = "nouveau";

/** Before what is taken away: what goes, what stays, and why that is so. */
export interface Retrait {
  titre: string;
  bouton: string;
  titrePerdu: string;
  perdu: readonly string[];
  garde: readonly string[];
  pourquoi: string;
}

/**
 * One form of « Mon organisme »: a part of which there is one (`cible` is then empty), or an element of a list, by its
 * key or `NOUVEAU`. `nom` is the first piece of its address.
 */
export interface Partie {
  nom: string;
  liste: boolean;
  titre: (organisme: Organisme, cible: string) => string;
  chapeau: (organisme: Organisme, cible: string) => string | undefined;
  bouton: string;
  /** Whether this form exists for this organisation. */
  existe: (organisme: Organisme, cible: string) => boolean;
  champs: (organisme: Organisme, cible: string) => Champs;
  /** First values of the form, as a person would type them. */
  valeurs: (organisme: Organisme, cible: string, contexte: ContexteDePartie) => Valeurs;
  changer: (
    organisme: Organisme,
    cible: string,
    saisie: Record<string, unknown>,
    contexte: ContexteDePartie,
  ) => Changement | Refus[];
  /** The form that goes on with what was typed for an element that somebody else changed or took away meanwhile. */
  suite: (organisme: Organisme, cible: string) => string;
  /** What is asked before the element is taken away; null when it cannot be. */
  retrait: (organisme: Organisme, cible: string) => Retrait | null;
  retirer: (organisme: Organisme, cible: string, contexte: ContexteDePartie) => Changement;
}

export type Valeurs = Record<string, string | string[]>;

/** What was typed; a field that the form has on some days only is optional here too. */
type Saisie<C extends Champs> = {
  [K in keyof C]: Exclude<C[K], undefined> extends Champ<infer V> ? V : never;
};

interface Description<C extends Champs> {
  nom: string;
  titre: Partie["titre"];
  chapeau?: Partie["chapeau"];
  bouton: string;
  champs: C | ((organisme: Organisme, cible: string) => C);
  valeurs: (
    organisme: Organisme,
    cible: string,
    contexte: ContexteDePartie,
  ) => Partial<Record<keyof C & string, string | string[]>>;
  changer: (
    organisme: Organisme,
    cible: string,
    saisie: Saisie<C>,
    contexte: ContexteDePartie,
  ) => Changement | Refus[];
}

/** Declares a part of which there is one, with its fields typed. */
export function definePartie<C extends Champs>(d: Description<C>): Partie {
  return {
    ...SANS_RETRAIT,
    ...commune(d),
    liste: false,
    existe: (_, cible) => cible === "",
    suite: () => "",
  };
}

/** Declares the elements of a list; `existe` is asked for the keys of elements only. */
export function defineListe<C extends Champs>(
  d: Description<C> & Pick<Partie, "existe"> & Partial<Pick<Partie, "retrait" | "retirer" | "suite">>,
): Partie {
  return {
    ...SANS_RETRAIT,
    suite: (organisme, cible) => (d.existe(organisme, cible) ? cible : NOUVEAU),
    ...d,
    ...commune(d),
    liste: true,
    existe: (organisme, cible) => cible === NOUVEAU || d.existe(organisme, cible),
  };
}

const SANS_RETRAIT: Pick<Partie, "retrait" | "retirer"> = {
  retrait: () => null,
  retirer: () => {
    throw new TypeError("this part cannot be taken away");
  },
};

function commune<C extends Champs>(d: Description<C>) {
  const { champs } = d;
  return {
    nom: d.nom,
    titre: d.titre,
    chapeau: d.chapeau ?? (() => undefined),
    bouton: d.bouton,
    champs: typeof champs === "function" ? champs : () => champs,
    valeurs: (o: Organisme, cible: string, contexte: ContexteDePartie) =>
      d.valeurs(o, cible, contexte) as Valeurs,
    changer: (o: Organisme, cible: string, s: Record<string, unknown>, contexte: ContexteDePartie) =>
      d.changer(o, cible, s as Saisie<C>, contexte),
  };
}

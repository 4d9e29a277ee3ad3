import { parseJourSaisi } from "../values/dates-fr.ts";
import { type Minutes, parseDuree } from "../values/duree.ts";
import { enJson } from "../values/en-json.ts";
import { type Heure, parseHeure } from "../values/heure.ts";
import type { Jour } from "../values/jour.ts";
import { type Centimes, parseMontant } from "../values/montant.ts";
import { parseTelephone } from "../values/telephone.ts";
import { type ReferenceContenu, sContenu } from "./schema.ts";

/** `autre`: seldom chosen, behind the others. */
export type Option = { valeur: string; libelle: string; aide?: string; autre?: boolean };

/** What one field of a form is, for the renderer; one value of `genre` per component of `web/ui`. */
export type Genre =
  | "texte"
  | "texteLong"
  | "contenu"
  | "jour"
  | "heure"
  | "duree"
  | "montant"
  | "nombre"
  | "choix"
  | "selection"
  | "choixMultiples"
  | "case";

/** The sentence shown at the field when what was typed cannot be read. */
export class Illisible {
  readonly phrase: string;
  constructor(phrase: string) {
    this.phrase = phrase;
  }
}

/** A field: how it is shown, and how what was typed becomes a value. `lire` gets the raw texts (several for choixMultiples). */
export interface Champ<V> {
  genre: Genre;
  libelle: string;
  aide?: string;
  requis: boolean;
  options?: readonly Option[];
  /** Of no use once this answer is given to that choice: it leaves the page, and what it holds is not read. */
  sauf?: { champ: string; valeur: string };
  /** A content of one line. */
  court?: boolean;
  /** What is wrong with a content, in a sentence, before it is sealed: such a text is not sealed. */
  refuser?: (texte: string) => string | null;
  lire: (brut: readonly string[]) => V | Illisible;
}

interface Commun {
  libelle: string;
  aide?: string;
  /** What to say when it is empty; a verb first (« Indiquez la date »). */
  vide?: string;
}

// Control characters and lone surrogates cannot be stored nor printed; the rest is the person's own spelling.
const INVISIBLES = /[^\P{Cc}\n\t]/gu;

/** NFC, no control characters, one kind of line end, trimmed. */
export function nettoyer(texte: string): string {
  return texte.toWellFormed().replace(/\r\n?/g, "\n").replace(INVISIBLES, "").normalize("NFC").trim();
}

function champ<V>(genre: Genre, c: Commun, lire: (texte: string) => V | Illisible): Champ<V> {
  return {
    genre,
    libelle: c.libelle,
    aide: c.aide,
    requis: true,
    lire: (brut) => {
      const texte = nettoyer(brut[0] ?? "");
      return texte === "" ? new Illisible(c.vide ?? `Remplissez « ${c.libelle} ».`) : lire(texte);
    },
  };
}

/** A field of one short line: a longer text is no day nor amount, and is not searched for one. */
function court<V>(genre: Genre, c: Commun, lire: (texte: string) => V | Illisible): Champ<V> {
  return champ(genre, c, (t) => (t.length > 60 ? new Illisible("Cette réponse est trop longue.") : lire(t)));
}

/** The same field, that may stay empty: null then. */
export function facultatif<V>(c: Champ<V>): Champ<V | null> {
  return {
    ...c,
    requis: false,
    lire: (brut) => (brut.every((b) => nettoyer(b) === "") ? null : c.lire(brut)),
  };
}

/** The same field, that leaves the page once `valeur` is chosen in the field `champ`. */
export const saufQuand = <V>(champ: string, valeur: string, c: Champ<V>): Champ<V> => ({
  ...c,
  sauf: { champ, valeur },
});

export const champJour = (c: Commun): Champ<Jour> =>
  court(
    "jour",
    { aide: "Jour, mois, année. Par exemple 30/11/2026.", ...c },
    (t) => parseJourSaisi(t) ?? new Illisible(`« ${t.slice(0, 40)} » n’est pas une date qui existe.`),
  );

export const champHeure = (c: Commun): Champ<Heure> =>
  court(
    "heure",
    { aide: "Par exemple 9 h 30.", ...c },
    (t) => parseHeure(t) ?? new Illisible(`« ${t.slice(0, 40)} » n’est pas une heure.`),
  );

export const champDuree = (c: Commun): Champ<Minutes> =>
  court("duree", { aide: "Par exemple 2 h 30.", ...c }, (t) => {
    const lue = parseDuree(t);
    if (lue === null)
      return new Illisible(`« ${t.slice(0, 40)} » n’est pas une durée. Écrivez par exemple 2 h 30.`);
    return lue > 60_000 ? new Illisible("Cette durée dépasse mille heures.") : lue;
  });

export const champMontant = (c: Commun): Champ<Centimes> =>
  court("montant", { aide: "En euros, par exemple 1 580,00.", ...c }, (t) => {
    const lu = parseMontant(t);
    if (lu === null) return new Illisible(`« ${t.slice(0, 40)} » n’est pas un montant.`);
    return lu > 100_000_000 ? new Illisible("Ce montant dépasse un million d’euros.") : lu;
  });

export const champNombre = (c: Commun & { min: number; max: number }): Champ<number> =>
  court("nombre", c, (t) => {
    const n = /^\d{1,6}$/.test(t) ? Number(t) : Number.NaN;
    return n >= c.min && n <= c.max ? n : new Illisible(`Indiquez un nombre entre ${c.min} et ${c.max}.`);
  });

/** A share in per cent, per ten thousand: « 87,5 » is 8 750. */
export const champTaux = (c: Commun): Champ<number> =>
  court("texte", c, (t) => {
    const lu = /^(\d{1,3})(?:[.,](\d{1,2}))?\s?%?$/.exec(t);
    const taux = lu === null ? Number.NaN : Number(lu[1]) * 100 + Number((lu[2] ?? "").padEnd(2, "0"));
    return taux <= 10_000 ? taux : new Illisible("Indiquez un taux entre 0 et 100.");
  });

const long = (max: number) => (t: string) =>
  t.length <= max ? t : new Illisible(`${t.length} caractères : raccourcissez à ${max}.`);

export const champTexte = (c: Commun): Champ<string> => champ("texte", c, long(300));
export const champTelephone = (c: Commun): Champ<string> =>
  court(
    "texte",
    c,
    (t) =>
      parseTelephone(t) ??
      new Illisible("Ce numéro n’est pas un numéro de téléphone : écrivez ses chiffres."),
  );
export const champTexteLong = (c: Commun): Champ<string> => champ("texteLong", c, long(2000));

type Contenu = Commun & Pick<Champ<unknown>, "court" | "refuser"> & { attendu?: boolean };

/**
 * A content: the use case seals the text first, and the act sees its reference only. `attendu`: it may wait, and is never
 * called optional.
 */
export const champContenu = ({
  attendu,
  libelle,
  aide,
  court,
  refuser,
}: Contenu): Champ<ReferenceContenu | null> => ({
  genre: "contenu",
  libelle,
  aide,
  requis: attendu ?? false,
  ...(court === undefined ? {} : { court }),
  ...(refuser === undefined ? {} : { refuser }),
  lire: (brut) => (brut[0] === undefined || brut[0] === "" ? null : lireReference(brut[0], refuser)),
});

/** A reference, or the text in JSON that its field refused. */
function lireReference(brut: string, refuser: Contenu["refuser"]): ReferenceContenu | Illisible {
  const lu = enJson(brut);
  const reference = sContenu.safeParse(lu);
  if (reference.success) return reference.data;
  const refuse = typeof lu === "string" ? refuser?.(lu) : undefined;
  return new Illisible(refuse ?? "Ce texte n’a pas été scellé. Envoyez-le de nouveau.");
}

function parmi<T extends string>(
  genre: Genre,
  c: Commun,
  options: readonly (Option & { valeur: T })[],
): Champ<T> {
  return {
    ...champ(genre, { vide: `Choisissez « ${c.libelle} ».`, ...c }, (t) => {
      const option = options.find((o) => o.valeur === t);
      return option === undefined ? new Illisible("Choisissez une des réponses proposées.") : option.valeur;
    }),
    options,
  };
}

export const champChoix = <T extends string>(
  c: Commun & { options: readonly (Option & { valeur: T })[] },
): Champ<T> => parmi("choix", c, c.options);
export const champSelection = <T extends string>(
  c: Commun & { options: readonly (Option & { valeur: T })[] },
): Champ<T> => parmi("selection", c, c.options);

/** Yes or no, both to be said: an untouched question is not a « no ». */
export const champOuiNon = (c: Commun): Champ<boolean> => ({
  // The summary lists several such refusals: each says which question it is about.
  ...champ("choix", { vide: `Répondez par oui ou par non : « ${c.libelle} ».`, ...c }, (t) =>
    t === "oui"
      ? true
      : t === "non"
        ? false
        : new Illisible(`Répondez par oui ou par non : « ${c.libelle} ».`),
  ),
  options: [
    { valeur: "oui", libelle: "Oui" },
    { valeur: "non", libelle: "Non" },
  ],
});

export const champCase = (c: Commun): Champ<boolean> => ({
  genre: "case",
  libelle: c.libelle,
  aide: c.aide,
  requis: false,
  lire: (brut) => brut.includes("oui"),
});

/** A box that must be ticked: a statement that the person makes. */
export const champAttestation = (c: Commun): Champ<true> => ({
  genre: "case",
  libelle: c.libelle,
  aide: c.aide,
  requis: true,
  lire: (brut) => (brut.includes("oui") ? true : new Illisible(c.vide ?? "Cochez la case pour continuer.")),
});

export const champChoixMultiples = <T extends string>(
  c: Commun & { options: readonly (Option & { valeur: T })[]; min?: number },
): Champ<T[]> => ({
  genre: "choixMultiples",
  libelle: c.libelle,
  aide: c.aide,
  requis: (c.min ?? 0) > 0,
  options: c.options,
  lire: (brut) => {
    const choisies = c.options.filter((o) => brut.includes(o.valeur)).map((o) => o.valeur);
    return choisies.length < (c.min ?? 0)
      ? new Illisible(c.vide ?? `Cochez au moins une réponse : « ${c.libelle} ».`)
      : choisies;
  },
});

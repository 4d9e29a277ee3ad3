import { type Jour, jour } from "../values/jour.ts";

/**
 * Where a statement comes from. « texte » = the wording of the law or of an official page was read;
 * « secondaire » = someone else's account; « lecture » = our own deduction; « memoire » = known, not read again.
 */
export type Confiance = "texte" | "secondaire" | "lecture" | "memoire";

/** How it was read, in the words of a user. */
export const LIBELLES_CONFIANCE: Readonly<Record<Confiance, string>> = {
  texte: "texte lu",
  secondaire: "d’après un compte rendu",
  lecture: "notre lecture",
  memoire: "de mémoire, à relire",
};

export interface Source {
  ref: string;
  url: string | null;
  luLe: Jour;
  confiance: Confiance;
  /** Version identifier of the article in LEGI, checked by `npm run droit:verifier`. */
  legiarti?: string;
}

/** Day the LEGI export (state of 27 March 2026) was read; version identifiers were compared up to 20 August 2026. */
const LEGI = jour("2026-08-20");
const WEBINAIRE = jour("2026-11-23");

/** An article of the Code du travail, by its number (« L6313-4 »). */
export function code(article: string, legiarti: string | null, detail = ""): Source {
  return {
    ref: `Code du travail, art. ${article}${detail === "" ? "" : `, ${detail}`}`,
    url: legiarti === null ? null : `https://www.legifrance.gouv.fr/codes/article_lc/${legiarti}`,
    luLe: LEGI,
    confiance: "texte",
    ...(legiarti === null ? {} : { legiarti }),
  };
}

/** A question of the webinar of 15 February 2023 (CDC and DGEFP). */
export function webinaire(question: number): Source {
  return {
    ref: `Webinaire CDC et DGEFP, 15 février 2023, question ${question}`,
    url: null,
    luLe: WEBINAIRE,
    confiance: "texte",
  };
}

/** A text that we read at its publisher's; `luLe` is the day of that reading, `AAAA-MM-JJ`. */
export function officielle(ref: string, luLe: string, url: string | null = null): Source {
  return { ref, url, luLe: jour(luLe), confiance: "texte" };
}

/** A source that tells of a text that we did not read ourselves. */
export function secondaire(ref: string, luLe: string, url: string | null = null): Source {
  return { ref, url, luLe: jour(luLe), confiance: "secondaire" };
}

/** Known, and read nowhere again: whatever rests on it warns. */
export function deMemoire(ref: string): Source {
  return { ref, url: null, luLe: WEBINAIRE, confiance: "memoire" };
}

/** Our own reading where the texts leave a gap; said as such to the user. */
export function lecture(ref: string): Source {
  return { ref, url: null, luLe: WEBINAIRE, confiance: "lecture" };
}

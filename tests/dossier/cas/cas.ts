import type { Reponses } from "../essai.ts";
import type { Pas } from "../recits.ts";

/** Answers that the act refuses, at which field (null for the whole form), and the sentence shown. */
export interface RefusAttendu {
  reponses: Reponses;
  champ: string | null;
  phrase: string;
  /** Another story, when the refusal comes from the dossier and not from what is typed. */
  avant?: readonly Pas[];
  au?: string;
}

/** One act on one dossier: what is typed over the form so that it is done, and what is refused beside it. */
export interface Cas {
  avant: readonly Pas[];
  au: string;
  reponses: Reponses;
  refus: readonly RefusAttendu[];
}

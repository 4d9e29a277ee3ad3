import type { Jour } from "../values/jour.ts";

/**
 * What a rule says of a dossier. Never an exception, never a boolean: « indetermine » is the dossier's to-do list.
 * `reserve` says what is not sure: the finding is then a warning and blocks nothing.
 */
export type Verdict =
  | { verdict: "conforme"; explication: string }
  | { verdict: "non_conforme"; ecart: string; reserve?: string; echeance?: Jour; acte?: string }
  | { verdict: "indetermine"; manque: string; echeance?: Jour; acte?: string }
  | { verdict: "sans_objet"; motif: string };

/** What makes it conforme, in one sentence with the figures of the dossier. */
export function conforme(explication: string): Verdict {
  return { verdict: "conforme", explication };
}

/**
 * What is wrong, in one sentence with the figures of the dossier. `suite` names the act that is late and since when; left
 * out, it is the one that the rule asked for on the day of the demande.
 */
export function nonConforme(
  ecart: string,
  reserve?: string,
  suite: { echeance?: Jour; acte?: string } = {},
): Verdict {
  return { verdict: "non_conforme", ecart, ...(reserve === undefined ? {} : { reserve }), ...suite };
}

/** What is missing, by when, and the act that brings it (a name of `dossier/actes`). */
export function indetermine(manque: string, suite: { echeance?: Jour; acte?: string } = {}): Verdict {
  return { verdict: "indetermine", manque, ...suite };
}

/** The rule does not apply, and why, in one French sentence. */
export function sansObjet(motif: string): Verdict {
  return { verdict: "sans_objet", motif };
}

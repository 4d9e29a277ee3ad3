import type { Jour } from "../../values/jour.ts";
import { jourDeReference } from "../reference-day.ts";
import type { Repere, Rule } from "../rule.ts";
import { REPONSES_OFFICIELLES } from "../textes/nature.ts";
import type { Verdict } from "../verdict.ts";

const RESERVE =
  "La réponse officielle qui le dit est du 15 février 2023, après ce bilan ; aucun texte plus ancien n’a été lu sur ce point.";

/** The same finding, as a warning when the day `j` comes before the answers. */
export function prudentAvant(v: Verdict, j: Jour): Verdict {
  if (v.verdict !== "non_conforme" || v.reserve !== undefined || j >= REPONSES_OFFICIELLES) return v;
  return { ...v, reserve: RESERVE };
}

/** A rule that the official answers of 15 February 2023 made precise: for an earlier bilan it only warns. */
export function prudentAvantLesReponses(repere: Repere, evaluate: Rule["evaluate"]): Rule["evaluate"] {
  return (etat, au) => prudentAvant(evaluate(etat, au), jourDeReference(etat, repere, au));
}

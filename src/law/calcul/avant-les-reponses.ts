import { jourDeReference } from "../reference-day.ts";
import type { Repere, Rule } from "../rule.ts";
import { REPONSES_OFFICIELLES } from "../textes/nature.ts";

const RESERVE =
  "La réponse officielle qui le dit est du 15 février 2023, après ce bilan ; aucun texte plus ancien n’a été lu sur ce point.";

/** A rule that the official answers of 15 February 2023 made precise: for an earlier bilan it only warns. */
export function prudentAvantLesReponses(repere: Repere, evaluate: Rule["evaluate"]): Rule["evaluate"] {
  return (etat, au) => {
    const v = evaluate(etat, au);
    if (v.verdict !== "non_conforme" || v.reserve !== undefined) return v;
    return jourDeReference(etat, repere, au) < REPONSES_OFFICIELLES ? { ...v, reserve: RESERVE } : v;
  };
}

import type { Jour } from "../values/jour.ts";
import type { Etat } from "./etat.ts";
import type { Source } from "./sources.ts";
import type { Verdict } from "./verdict.ts";

/** From the gravest down. */
export const GRAVITES = ["critique", "majeure", "mineure", "conseil"] as const;
export type Gravite = (typeof GRAVITES)[number];

/** Which day of the dossier says which version of the law applies; the day of the judgement while it is unknown. */
export type Repere = "demande" | "debut" | "fin" | "jour";

/** A case of the rule: changes laid over the compliant dossier of `bilan-exemple.ts`. */
export interface Exemple {
  cas: string;
  etat: Partial<Etat>;
  /** Day of the judgement; the day after the end of the example bilan when left out. */
  au?: string;
  attendu: Verdict["verdict"];
  /** The finding must be a warning (true) or must not be one (false). */
  reserve?: boolean;
}

/** One obligation of the law, or one expectation of the payer, that a dossier can be held against. */
export interface Rule {
  id: string;
  /** The sentence of the rule, in plain French. */
  statement: string;
  gravite: Gravite;
  /** What the product does: refuse the decision, warn, ask by a date, or only note. */
  effet: "bloque" | "alerte" | "tache" | "trace";
  /** Rows Q1–Q22 of the source questions that the rule answers. */
  questions: string[];
  sources: Source[];
  /** `[from, until[`, read on the day that `repere` names. */
  inForce: { from: Jour; until: Jour | null; repere: Repere };
  /** Why nothing was asked before `from`, when no earlier version of the rule exists; judged « sans objet » then. */
  avant?: string;
  /** What is not sure about the whole rule; every non conforme of it is then a warning. */
  reserve?: string;
  /** « Devient conforme quand … » */
  remede: string;
  evaluate: (etat: Etat, au: Jour) => Verdict;
  examples: Exemple[];
}

/**
 * Declares a rule. Refuses at load what would be invented law: a rule that no text supports must carry a reserve.
 */
export function defineRule(rule: Rule): Rule {
  const appuyee = rule.sources.some((s) => s.confiance === "texte");
  if (!appuyee && rule.reserve === undefined) {
    throw new Error(`${rule.id}: no text supports it, so it must carry a reserve`);
  }
  return rule;
}

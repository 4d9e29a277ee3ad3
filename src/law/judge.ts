import { formatJour } from "../values/dates-fr.ts";
import type { Jour } from "../values/jour.ts";
import type { Etat } from "./etat.ts";
import { jourDeLaDemande, jourDeReference } from "./reference-day.ts";
import type { Gravite, Rule } from "./rule.ts";
import { ruleBook } from "./rule-book.ts";
import { sansObjet, type Verdict } from "./verdict.ts";

/** What one rule says of one dossier on one day. */
export interface Constat {
  rule: Rule;
  verdict: Verdict["verdict"];
  gravite: Gravite;
  /** What is not sure, of the rule or of this case; the finding is then a warning. */
  reserve?: string;
  explication: string;
  manque?: string;
  ecart?: string;
  /** The last day of what is missing or late, and the act that brings it. */
  echeance?: Jour;
  acte?: string;
}

/** The oldest day the book speaks of; rules in force since then need no « since when ». */
const ORIGINE = "2019-01-01";

// What no text read makes certain is not « en vigueur »: a draft or a usage is taken into account, no more.
function depuis(rule: Rule): string {
  const { from, until } = rule.inForce;
  const fin = until === null ? "" : `, jusqu’au ${formatJour(until)} non compris`;
  const mot = rule.reserve === undefined ? "Règle en vigueur" : "Prise en compte";
  return from > ORIGINE || until !== null ? ` ${mot} depuis le ${formatJour(from)}${fin}.` : "";
}

// A rule compares the day of the judgement with its deadlines only. Read on the day of the demande, before any of
// them, it says what it was waiting for: the act that is now late, and since when.
function attendait(rule: Rule, etat: Etat): { echeance?: Jour; acte?: string } {
  const tot = jourDeLaDemande(etat);
  if (tot === null) return {};
  const avant = rule.evaluate(etat, tot);
  return avant.verdict === "indetermine" ? { echeance: avant.echeance, acte: avant.acte } : {};
}

/** The verdict of one version on its own reference day; null when another version of the rule answers for that day. */
function verdictDe(rule: Rule, etat: Etat, au: Jour): Verdict | null {
  const reference = jourDeReference(etat, rule.inForce.repere, au);
  const { from, until } = rule.inForce;
  if (reference < from) return rule.avant === undefined ? null : sansObjet(rule.avant);
  return until !== null && reference >= until ? null : rule.evaluate(etat, au);
}

function constater(rule: Rule, v: Verdict, etat: Etat): Constat {
  const base = { rule, gravite: rule.gravite };
  const suite = depuis(rule);
  switch (v.verdict) {
    case "conforme":
      return { ...base, verdict: v.verdict, explication: v.explication + suite };
    case "sans_objet":
      return { ...base, verdict: v.verdict, explication: v.motif + suite };
    case "indetermine": {
      const { manque, echeance, acte } = v;
      return {
        ...base,
        verdict: v.verdict,
        explication: `Il manque : ${manque}${suite}`,
        manque,
        echeance,
        acte,
      };
    }
    case "non_conforme": {
      const reserve = v.reserve ?? rule.reserve;
      const constat = {
        ...base,
        verdict: v.verdict,
        explication: v.ecart + suite,
        ecart: v.ecart,
        ...(v.acte === undefined ? attendait(rule, etat) : { echeance: v.echeance, acte: v.acte }),
      };
      return reserve === undefined ? constat : { ...constat, reserve };
    }
  }
}

/** All findings on one dossier as of `au`, one per rule in force on the dossier's own dates. Pure: the day is given. */
export function juger(etat: Etat, au: Jour, rules: readonly Rule[] = ruleBook): Constat[] {
  const constats: Constat[] = [];
  for (const rule of rules) {
    const verdict = verdictDe(rule, etat, au);
    if (verdict !== null) constats.push(constater(rule, verdict, etat));
  }
  return constats;
}

/** The findings that count against the dossier: non conforme and certain. */
export function manquements(constats: readonly Constat[]): Constat[] {
  return constats.filter((c) => c.verdict === "non_conforme" && c.reserve === undefined);
}

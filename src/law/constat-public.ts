import type { Jour } from "../values/jour.ts";
import type { Constat } from "./judge.ts";
import type { Rule } from "./rule.ts";
import type { Confiance } from "./sources.ts";

/** A finding as scripts read it (`controler --json`); its schema is in `schemas/`. */
export interface ConstatPublic {
  regle: string;
  verdict: Constat["verdict"];
  gravite: Constat["gravite"];
  reserve?: string;
  enonce: string;
  explication: string;
  manque?: string;
  ecart?: string;
  sources: { ref: string; url?: string; luLe: Jour }[];
}

const sourcesPubliques = (rule: Rule): ConstatPublic["sources"] =>
  rule.sources.map((s) => ({ ref: s.ref, ...(s.url === null ? {} : { url: s.url }), luLe: s.luLe }));

/** A finding as commands and files give it: absent members say that there is nothing to say. */
export function constatPublic(c: Constat): ConstatPublic {
  return {
    regle: c.rule.id,
    verdict: c.verdict,
    gravite: c.gravite,
    ...(c.reserve === undefined ? {} : { reserve: c.reserve }),
    enonce: c.rule.statement,
    explication: c.explication,
    ...(c.manque === undefined ? {} : { manque: c.manque }),
    ...(c.ecart === undefined ? {} : { ecart: c.ecart }),
    sources: sourcesPubliques(c.rule),
  };
}

/** A rule of the book as `regles --json` gives it. */
export interface ReglePublique {
  regle: string;
  gravite: Constat["gravite"];
  effet: Rule["effet"];
  enonce: string;
  reserve?: string;
  depuis: Jour;
  jusqua: Jour | null;
  questions: string[];
  sources: { ref: string; url?: string; luLe: Jour; confiance: Confiance }[];
}

/** A rule as commands give it, without its function. */
export function reglePublique(r: Rule): ReglePublique {
  return {
    regle: r.id,
    gravite: r.gravite,
    effet: r.effet,
    enonce: r.statement,
    ...(r.reserve === undefined ? {} : { reserve: r.reserve }),
    depuis: r.inForce.from,
    jusqua: r.inForce.until,
    questions: r.questions,
    sources: r.sources.map((s) => ({
      ref: s.ref,
      ...(s.url === null ? {} : { url: s.url }),
      luLe: s.luLe,
      confiance: s.confiance,
    })),
  };
}

/** The rules in force on a day, read on that day whatever their reference. */
export function reglesAu(rules: readonly Rule[], j: Jour): Rule[] {
  return rules.filter((r) => r.inForce.from <= j && (r.inForce.until === null || j < r.inForce.until));
}

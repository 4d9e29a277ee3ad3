import { readdir } from "node:fs/promises";
import type { Parameter } from "../../src/law/parameter.ts";
import { ruleBook } from "../../src/law/rule-book.ts";
import type { Source } from "../../src/law/sources.ts";

/** A source and what cites it: « B14 », « paramètre delai-signature ». */
export interface SourceCitee {
  source: Source;
  par: string;
}

/** Every source of the rule book and of the parameters that are files of their own. */
export async function sourcesCitees(): Promise<SourceCitee[]> {
  const citees: SourceCitee[] = [];
  for (const rule of ruleBook) {
    for (const source of rule.sources) citees.push({ source, par: rule.id });
  }
  for (const parametre of await parametres()) {
    for (const v of parametre.values) citees.push({ source: v.source, par: `paramètre ${parametre.id}` });
  }
  return citees;
}

async function parametres(): Promise<Parameter<unknown>[]> {
  const dossier = new URL("../../src/law/parameters/", import.meta.url);
  const trouves: Parameter<unknown>[] = [];
  for (const fichier of (await readdir(dossier)).sort()) {
    if (!fichier.endsWith(".ts") || fichier.endsWith(".test.ts")) continue;
    const module: Record<string, unknown> = await import(new URL(fichier, dossier).href);
    trouves.push(...Object.values(module).filter(estParametre));
  }
  return trouves;
}

function estParametre(x: unknown): x is Parameter<unknown> {
  return typeof x === "object" && x !== null && "values" in x && "unit" in x && Array.isArray(x.values);
}

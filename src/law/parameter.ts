import type { Jour } from "../values/jour.ts";
import type { Source } from "./sources.ts";

export interface Valeur<T> {
  from: Jour;
  value: T;
  source: Source;
}

/** A number of the law: its values in order of date, each with its source. Before the first, it did not exist. */
export interface Parameter<T> {
  id: string;
  statement: string;
  unit: string;
  values: readonly Valeur<T>[];
}

/** Throws when the values are not in the order of their days: `valeurAu` stops at the first one to come. */
export function defineParameter<T>(parameter: Parameter<T>): Parameter<T> {
  for (let i = 1; i < parameter.values.length; i += 1) {
    if (parameter.values[i]!.from <= parameter.values[i - 1]!.from) {
      throw new Error(`${parameter.id}: values out of order`);
    }
  }
  return parameter;
}

/** The value in force on a day, with its source; null before the first one. */
export function valeurAu<T>(parameter: Parameter<T>, j: Jour): Valeur<T> | null {
  let trouvee: Valeur<T> | null = null;
  for (const v of parameter.values) {
    if (v.from <= j) trouvee = v;
    else break;
  }
  return trouvee;
}

/** The same, where a day older than the text is held to its first value rather than to nothing. */
export function valeurOuPremiere<T>(parameter: Parameter<T>, j: Jour): Valeur<T> {
  return valeurAu(parameter, j) ?? parameter.values[0]!;
}

import type { Parameter } from "../law/parameter.ts";

/** The last value of a number of the law, for the help of a form: the rule, which knows the day, still decides. */
export function derniereValeur<T>(parametre: Parameter<T>): T {
  return parametre.values.at(-1)!.value;
}

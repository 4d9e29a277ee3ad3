import { formatJour } from "../values/dates-fr.ts";
import type { Jour } from "../values/jour.ts";
import type { Refus } from "./acte.ts";
import type { FaitNouveau } from "./fait.ts";

/** One refusal, at a field or over the whole form; `remede` says when the act becomes possible. */
export function refus(champ: string | undefined, phrase: string, remede?: string): Refus {
  return {
    phrase,
    ...(champ === undefined ? {} : { champ }),
    ...(remede === undefined ? {} : { remede }),
  };
}

/** Refuses what is on record already: only a correction that says that it did not take place opens it again. */
export function dejaNote(phrase: string): Refus {
  return refus(
    undefined,
    phrase,
    "Cela devient possible quand « Corriger un fait » dit que cela n’a pas eu lieu.",
  );
}

/** The facts, unless one of the checks refuses. A check that finds nothing wrong gives null or false. */
export function sauf(
  controles: readonly (Refus | null | false)[],
  faits: () => FaitNouveau[],
): FaitNouveau[] | Refus[] {
  const trouves = controles.filter((c): c is Refus => c !== null && c !== false);
  return trouves.length > 0 ? trouves : faits();
}

/** Refuses a day before the one it rests on; `quoi` names that one: « la demande », « le devis ». */
export function pasAvant(
  date: Jour,
  borne: Jour | null | undefined,
  quoi: string,
  champ = "date",
): Refus | null {
  if (borne == null || date >= borne) return null;
  return refus(champ, `Cette date vient avant ${quoi}, qui est du ${formatJour(borne)}.`);
}

/** Refuses a day that has not come, for a thing that is said to have happened. */
export function pasFuture(date: Jour | null, au: Jour, champ: string): Refus | null {
  if (date === null || date <= au) return null;
  return refus(champ, "Cette date est dans le futur.");
}

import type { Seance } from "../etat.ts";

type Debut = Pick<Seance, "date" | "debut">;

/** Whether `a` begins before `b`, to the minute. */
export function commenceAvant(a: Debut, b: Debut): boolean {
  return a.date === b.date ? a.debut < b.debut : a.date < b.date;
}

/** Sessions by day and hour, whatever the order they were written in. */
export function enOrdre<S extends Debut>(seances: readonly S[]): S[] {
  return seances.toSorted((a, b) => Number(commenceAvant(b, a)) - Number(commenceAvant(a, b)));
}

import { ajouterJours, type Jour } from "../../values/jour.ts";
import type { Fin } from "./fins.ts";
import { type ClasseAnnoncee, DUREES } from "./table.ts";

/** How far ahead people see what will happen. */
export const HORIZON = 90;

/** That the end of a class was shown to people, since when, and for which day. */
export interface Annonce {
  classe: ClasseAnnoncee;
  du: Jour;
  annonceeLe: Jour;
}

/** What will happen, and on which day: its own, or later when it has not been announced for long enough. */
export interface Prevision extends Fin {
  /** Null while it was announced to nobody. */
  annonceeLe: Jour | null;
  le: Jour;
}

/**
 * What comes, soonest first. The page of the next 90 days and the clock that carries it out both read this: what is
 * shown for a day is what is done on that day. An announcement of another day counts for nothing.
 */
export function prevoir(fins: readonly Fin[], annonces: readonly Annonce[], au: Jour): Prevision[] {
  return fins
    .map((fin) => {
      const annonce = annonces.find((a) => a.classe === fin.classe && a.du === fin.du);
      const annonceeLe = annonce?.annonceeLe ?? null;
      const auPlusTot = ajouterJours(annonceeLe ?? au, DUREES[fin.classe].annonce);
      return { ...fin, annonceeLe, le: fin.du > auPlusTot ? fin.du : auPlusTot };
    })
    .toSorted((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0));
}

/** Whether it is to be announced now: it comes within the horizon and nobody was told. */
export function aAnnoncer({ annonceeLe, le }: Prevision, au: Jour): boolean {
  return annonceeLe === null && le <= ajouterJours(au, HORIZON);
}

/** Whether the application does it on this day. */
export function aFaire({ annonceeLe, parLaMachine, le }: Prevision, au: Jour): boolean {
  return parLaMachine && annonceeLe !== null && le <= au;
}

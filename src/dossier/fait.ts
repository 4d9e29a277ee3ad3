import type { z } from "zod";
import type { Etat, Trace } from "../law/etat.ts";
import type { Jour } from "../values/jour.ts";

/** A thing that happened, as it is kept: never edited, corrected only by a later fact that names it. */
export interface Fait {
  id: string;
  type: string;
  /** Day it happened. */
  date: Jour;
  /** Day it was written down, in Paris. */
  consigneLe: Jour;
  donnees: unknown;
}

/** What an act decides: the fact without the identity and the time that the use case gives it. */
export interface FaitNouveau {
  type: string;
  date: Jour;
  donnees: unknown;
}

/** One kind of fact: its shape, the words of the timeline, and what it changes. */
export interface Definition {
  type: string;
  libelle: string;
  schema: z.ZodType;
  /** One line of detail for the timeline, without personal content; null when the label says all. */
  recit: (donnees: unknown) => string | null;
  evolve: (etat: Etat, donnees: unknown, trace: Trace) => Partial<Etat>;
  nouveau: (date: Jour, donnees: unknown) => FaitNouveau;
}

/** The same, with its data typed. */
export interface DefinitionDe<S extends z.ZodType> extends Omit<Definition, "schema" | "nouveau"> {
  schema: S;
  nouveau: (date: Jour, donnees: z.input<S>) => FaitNouveau;
}

/**
 * Declares a kind of fact. `evolve` gives the part of the state that changes; it is pure and never refuses:
 * refusing is the business of acts, a fact has already happened.
 */
export function defineFait<S extends z.ZodType>(d: {
  type: `${string}.v${number}`;
  libelle: string;
  schema: S;
  recit?: (donnees: z.output<S>) => string | null;
  evolve: (etat: Etat, donnees: z.output<S>, trace: Trace) => Partial<Etat>;
}): DefinitionDe<S> {
  return {
    type: d.type,
    libelle: d.libelle,
    schema: d.schema,
    recit: (donnees) => d.recit?.(donnees as z.output<S>) ?? null,
    evolve: (etat, donnees, trace) => d.evolve(etat, donnees as z.output<S>, trace),
    nouveau: (date, donnees) => ({ type: d.type, date, donnees }),
  };
}

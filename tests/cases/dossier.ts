import type { z } from "zod";
import type { sFichier } from "../../src/dossier/fichier.ts";

/** A dossier file as a person writes it: what is left out takes its default when it is read. */
export type Dossier = z.input<typeof sFichier>;
export type Fait = Dossier["faits"][number];
export type Organisme = Dossier["organisme"];
export type Offre = NonNullable<Organisme["offres"]>[number];
export type Intervenant = NonNullable<Organisme["intervenants"]>[number];
export type Financement = NonNullable<Dossier["financement"]>;
export type Beneficiaire = Dossier["beneficiaire"];

export const fait = (date: string, type: string, donnees: object = {}): Fait => ({
  type: `${type}.v1`,
  date,
  donnees,
});

/** The data of a fact, to be read or changed by name. */
export function donneesDe(f: Fait): Record<string, unknown> {
  return (f.donnees ?? {}) as Record<string, unknown>;
}

export const estDeType = (type: string) => (f: Fait) => f.type === `${type}.v1`;

/** The facts in the order of their days; those of one day keep the order in which they were told. */
export function chronologique(faits: readonly Fait[]): Fait[] {
  return faits.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

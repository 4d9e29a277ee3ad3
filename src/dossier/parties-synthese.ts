import type { PartieSynthese, Synthese } from "../law/etat.ts";

/** The three parts of the synthesis (question 13), in their order, as a sentence names them. */
export const PARTIES: readonly { partie: PartieSynthese; nom: string }[] = [
  { partie: "circonstances", nom: "les circonstances du bilan" },
  { partie: "competences", nom: "les compétences et aptitudes" },
  { partie: "projet", nom: "le projet et ses étapes" },
];

/**
 * The name under which a part is read again and answered: the fact that brought its text, then the part. A version that
 * takes a text over leaves its answer standing.
 */
export function surDeLaPartie(version: Synthese, partie: PartieSynthese): string {
  return `${version.textes[partie]?.depuis ?? version.fait}.${partie}`;
}

/** Reads such a name back. */
export function partieDe(sur: string | null): { fait: string; partie: PartieSynthese } {
  const [fait = "", partie = ""] = (sur ?? "").split(".");
  return { fait, partie: partie as PartieSynthese };
}

/** The names of the parts that a version leaves out. */
export function partiesAbsentes(s: Synthese): string[] {
  return PARTIES.filter((p) => !s.parties.includes(p.partie)).map((p) => p.nom);
}

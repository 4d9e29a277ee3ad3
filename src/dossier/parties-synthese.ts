import type { PartieSynthese, Synthese } from "../law/etat.ts";

/** The three parts of the synthesis (question 13), in their order, as a sentence names them. */
export const PARTIES: readonly { partie: PartieSynthese; nom: string }[] = [
  { partie: "circonstances", nom: "les circonstances du bilan" },
  { partie: "competences", nom: "les compétences et aptitudes" },
  { partie: "projet", nom: "le projet et ses étapes" },
];

/** The names of the parts that a version leaves out. */
export function partiesAbsentes(s: Synthese): string[] {
  return PARTIES.filter((p) => !s.parties.includes(p.partie)).map((p) => p.nom);
}

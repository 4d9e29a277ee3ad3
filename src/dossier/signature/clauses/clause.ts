import { enumeration } from "../../../law/calcul/phrases.ts";
import { type Mention, manquantes } from "../../../law/listes/mention.ts";
import type { Section } from "../objet.ts";

/** One part of a text to sign: the mentions of the law that it gives, and its sentences; none when no fact says them. */
export interface Clause {
  codes: readonly string[];
  titre: string;
  dit: readonly string[];
}

/** What a text says in the place of a fact that the dossier does not hold. */
export const PAS_DIT = "Le dossier ne le dit pas encore.";

/** The clauses as they are shown and signed; what is missing is said as missing. */
export function enSections(clauses: readonly Clause[]): Section[] {
  return clauses.map(({ titre, dit }) => ({ titre, paragraphes: dit.length === 0 ? [PAS_DIT] : dit }));
}

/** The mentions that these clauses really give. */
export function codesDits(clauses: readonly Clause[]): string[] {
  return clauses.filter((c) => c.dit.length > 0).flatMap((c) => c.codes);
}

/** Why such a text cannot be signed yet, with what it lacks; undefined when it gives each of these mentions. */
export function ceQuiManque(clauses: readonly Clause[], exigees: readonly Mention[]): string | undefined {
  const absentes = manquantes(exigees, codesDits(clauses));
  return absentes.length === 0 ? undefined : `Ce texte ne dit pas encore ${enumeration(absentes)}.`;
}

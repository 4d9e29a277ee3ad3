/** Something that a paper must say: the code that a fact keeps, the words that a person reads inside a sentence. */
export interface Mention {
  code: string;
  libelle: string;
}

/** The mentions of a list that a paper lacks, in the words of the list. */
export function manquantes(liste: readonly Mention[], presentes: readonly string[]): string[] {
  const absentes: string[] = [];
  for (const m of liste) if (!presentes.includes(m.code)) absentes.push(m.libelle);
  return absentes;
}

/** The codes of several lists together, each once: what a paper that lacks nothing holds. */
export function tousLesCodes(...listes: (readonly Mention[])[]): string[] {
  return [...new Set(listes.flat().map((m) => m.code))];
}

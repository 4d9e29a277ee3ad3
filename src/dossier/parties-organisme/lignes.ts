/** One entry a line, as a person types a short list; empty lines fall away. */
export function lireLignes(texte: string | null): string[] {
  return (texte ?? "")
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "");
}

/** The list as the field takes it back. */
export function enLignes(liste: readonly string[]): string {
  return liste.join("\n");
}

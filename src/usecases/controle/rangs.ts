/** Ranks of facts as somebody wrote them, each once and in order; null when one is not a rank. */
export function lireRangs(textes: readonly string[]): number[] | null {
  const propres = textes.map((t) => t.trim());
  if (!propres.every((t) => /^[1-9]\d{0,5}$/.test(t))) return null;
  return [...new Set(propres.map(Number))].sort((a, b) => a - b);
}

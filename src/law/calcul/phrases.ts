/** « a », « a et b », « a, b et c ». */
export function enumeration(termes: readonly string[]): string {
  if (termes.length < 2) return termes.join("");
  return `${termes.slice(0, -1).join(", ")} et ${termes.at(-1)}`;
}

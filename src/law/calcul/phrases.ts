/** « 1 séance », « 9 séances »: the number and a word whose plural takes an s. */
export function compte(n: number, mot: string): string {
  return `${n} ${mot}${n > 1 ? "s" : ""}`;
}

/** « a », « a et b », « a, b et c ». */
export function enumeration(termes: readonly string[]): string {
  if (termes.length < 2) return termes.join("");
  return `${termes.slice(0, -1).join(", ")} et ${termes.at(-1)}`;
}

/**
 * Articles that a later text changed after the export that the tool reads (27 March 2026): what the version index of
 * 20 August 2026 showed. Their present wording was not read; a source that cites one is reported as such, not as wrong.
 */
export const VERSIONS_PLUS_RECENTES: Record<string, string> = {
  R6323: "décret n° 2026-234 du 30 mars 2026, en vigueur le 2 avril 2026",
  "L6323-4": "loi n° 2026-534 du 25 juin 2026, puis un texte de l’été 2026",
  ...loi("L6323-6", "L6323-44", "L6333-7-1", "L6332-1", "L6332-6", "L6113-8"),
  ...loi("L6351-3", "L6351-4", "L6351-4-1", "L6352-4", "L6352-13", "L6353-10"),
  ...loi("L6361-2", "L6361-3", "L6361-5", "L6362-3", "L6362-9", "L6362-13", "L6363-1"),
};

function loi(...articles: string[]): Record<string, string> {
  return Object.fromEntries(
    articles.map((a) => [a, "loi n° 2026-534 du 25 juin 2026, en vigueur le 27 juin 2026"]),
  );
}

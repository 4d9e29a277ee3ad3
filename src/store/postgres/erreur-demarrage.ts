/**
 * A start that cannot be. `phrase` is the French sentence that the user reads; `code` is the exit status.
 */
export class ErreurDemarrage extends Error {
  readonly code = 2;
  readonly phrase: string;

  constructor(phrase: string, options?: ErrorOptions) {
    super(phrase, options);
    this.name = "ErreurDemarrage";
    this.phrase = phrase;
  }
}

/** The `code` of a Node system error (`EACCES`, `ENOSPC` …), or undefined for anything else. */
export function codeSysteme(erreur: unknown): string | undefined {
  return erreur instanceof Error && "code" in erreur && typeof erreur.code === "string"
    ? erreur.code
    : undefined;
}

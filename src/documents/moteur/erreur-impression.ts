/**
 * A document could not be printed. `message` is the French sentence for the user; `detail` is for the maker,
 * and holds no word of the document.
 */
export class ErreurImpression extends Error {
  override readonly name = "ErreurImpression";
  readonly detail: string;

  constructor(message: string, detail: string) {
    super(message);
    this.detail = detail;
  }
}

/** Typst quotes the words that it cannot print: they are personal content and stay out of errors. */
export function sansContenu(diagnostic: string): string {
  return diagnostic.replace(/`[^`]*`/g, "`…`").replace(/"[^"]*"/g, '"…"');
}

/** A paper cannot be sealed, or the seal's key cannot be used: the sentence says why and what to do. */
export class ErreurSceau extends Error {
  readonly phrase: string;
  constructor(phrase: string, detail = phrase) {
    super(detail);
    this.phrase = phrase;
  }
}

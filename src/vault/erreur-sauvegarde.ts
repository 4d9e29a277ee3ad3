/** A backup cannot be written, read or put back: the sentence says why and what to do. */
export class ErreurSauvegarde extends Error {
  readonly phrase: string;
  constructor(phrase: string) {
    super(phrase);
    this.phrase = phrase;
  }
}

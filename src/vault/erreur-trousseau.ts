/** The keyring cannot be used: the sentence says why and what to do. */
export class ErreurTrousseau extends Error {
  readonly phrase: string;
  constructor(phrase: string) {
    super(phrase);
    this.phrase = phrase;
  }
}

/** An error that is for the person: its sentence says in French what is wrong and what to do. */
export class ErreurDite extends Error {
  readonly phrase: string;
  constructor(phrase: string) {
    super(phrase);
    this.phrase = phrase;
  }
}

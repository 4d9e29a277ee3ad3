/** A text or a file that is not the evidence it claims to be. `message` is a French sentence for the user. */
export class PreuveInvalide extends Error {
  override readonly name = "PreuveInvalide";
}

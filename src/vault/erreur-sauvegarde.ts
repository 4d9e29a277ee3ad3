import { ErreurDite } from "../values/erreur-dite.ts";

/** A backup cannot be written, read or put back: the sentence says why and what to do. */
export class ErreurSauvegarde extends ErreurDite {}

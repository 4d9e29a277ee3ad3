import { ErreurDite } from "../values/erreur-dite.ts";

/** The keyring cannot be used: the sentence says why and what to do. */
export class ErreurTrousseau extends ErreurDite {}

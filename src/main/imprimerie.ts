import { type Moteur, ouvrirMoteur } from "../documents/moteur/moteur.ts";

/** The printing of papers, for the server or for one command; to be closed. */
export function ouvrirImprimerie(): Moteur {
  return ouvrirMoteur({ worker: new URL("../documents/moteur/worker.ts", import.meta.url) });
}

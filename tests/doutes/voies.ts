import type { Installation, Ouverte } from "./installation.ts";
import type { Derangement } from "./points.ts";
import { VOIES_DES_CLES } from "./voies-des-cles.ts";
import { VOIES_DU_DOSSIER } from "./voies-du-dossier.ts";
import { VOIES_ENTRE_PERSONNES } from "./voies-entre-personnes.ts";

/** What a way acts on: plain values, which another process reads. */
export type Sujet = Readonly<Record<string, string | number | Readonly<Record<string, readonly string[]>>>>;

/** A whole way of the product, from what it needs to what must be there once it is done. */
export interface Voie {
  nom: string;
  /** The day and hour of the installation, when the way needs another. */
  maintenant?: string;
  /** Makes a fresh thing to act on. */
  preparer: (ou: Installation, ouverte: Ouverte) => Promise<Sujet>;
  /** Does it; done a second time, it ends what was begun and adds nothing. Throws when it is not done. */
  agir: (ou: Installation, ouverte: Ouverte, sujet: Sujet, autour: Derangement["autour"]) => Promise<void>;
  /** How many times it is there now: 0 or 1. Throws for a half. */
  effet: (ou: Installation, ouverte: Ouverte, sujet: Sujet) => Promise<number>;
  /** How many times it may be there once done again: 1 unless said. */
  fin?: readonly number[];
}

export const VOIES: readonly Voie[] = [...VOIES_DU_DOSSIER, ...VOIES_ENTRE_PERSONNES, ...VOIES_DES_CLES];

export function voieDe(nom: string): Voie {
  const trouvee = VOIES.find((v) => v.nom === nom);
  if (trouvee === undefined) throw new Error(`no way is called ${nom}`);
  return trouvee;
}

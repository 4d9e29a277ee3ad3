import { activite } from "./activite.ts";
import { certificats } from "./certificats.ts";
import { coordonnees } from "./coordonnees.ts";
import { identite } from "./identite.ts";
import { indicateurs } from "./indicateurs.ts";
import { intervenants } from "./intervenants.ts";
import { offres } from "./offres.ts";
import type { Partie } from "./partie.ts";

/** Every form of « Mon organisme », in the order of its page; the logo, a file, has its own. */
export const PARTIES: readonly Partie[] = [
  identite,
  coordonnees,
  certificats,
  offres,
  intervenants,
  activite,
  indicateurs,
];

/** The part of that name, as an address sends it; undefined for anything else. */
export function partieDeNom(nom: string): Partie | undefined {
  return PARTIES.find((p) => p.nom === nom);
}

import { sOrganisme } from "../../dossier/organisme.ts";
import type { Organisme } from "../../law/etat.ts";

const GARDES = 200;
const gardes = new Map<string, Organisme>();

/**
 * What an organisation wrote of itself, checked. The same content gives the same object: each page asks for it again,
 * and what the rules find in its offers is kept with it.
 */
export function organismeLu(donnees: unknown): Organisme {
  const contenu = JSON.stringify(donnees);
  let organisme = gardes.get(contenu);
  if (organisme === undefined) {
    organisme = sOrganisme.parse(donnees);
    if (gardes.size === GARDES) gardes.delete(gardes.keys().next().value!);
    gardes.set(contenu, organisme);
  }
  return organisme;
}

import type { Offre } from "../etat.ts";
import type { Source } from "../sources.ts";
import {
  AUTRES_SERVICES_DECRITS,
  AUTRES_SERVICES_NOMMES,
  MOTS_QUI_ECARTENT,
  sourceDuMot,
} from "./mots-autres-services.ts";
import { motsDeLOffre } from "./mots-de-l-offre.ts";
import { reperer } from "./reperer.ts";

/** A word of another service, and the text that says that it is no bilan. */
export interface MotTrouve {
  mot: string;
  source: Source;
}

const trouve = (mot: string): MotTrouve => ({ mot, source: sourceDuMot(mot) });

/**
 * The words of another service in the title of an offer, and those that its description uses in a sentence
 * that does not set the service apart (« ce n’est pas un coaching »).
 */
export function motsAutresServices(offre: Offre): { titre: MotTrouve[]; texte: MotTrouve[] } {
  // Most offers have none: their words were read once for every dossier.
  if (motsDeLOffre(offre, AUTRES_SERVICES_NOMMES).length === 0) return { titre: [], texte: [] };
  const decrits = new Set<string>();
  for (const phrase of offre.texte.split(/[.!?;\n]/)) {
    const mots = reperer(phrase, AUTRES_SERVICES_DECRITS);
    if (mots.length === 0 || reperer(phrase, MOTS_QUI_ECARTENT).length > 0) continue;
    for (const mot of mots) decrits.add(mot);
  }
  return {
    titre: reperer(offre.intitule, AUTRES_SERVICES_NOMMES).map(trouve),
    texte: [...decrits].map(trouve),
  };
}

import type { Offre } from "../etat.ts";
import { type Lexique, reperer } from "./reperer.ts";

// The same few offers are read again with every dossier of an organisation.
const dejaLus = new WeakMap<Offre, Map<Lexique, string[]>>();

/** The expressions of a list found in the title and the text of an offer. */
export function motsDeLOffre(offre: Offre, lexique: Lexique): readonly string[] {
  let parLexique = dejaLus.get(offre);
  if (parLexique === undefined) {
    parLexique = new Map();
    dejaLus.set(offre, parLexique);
  }
  let mots = parLexique.get(lexique);
  if (mots === undefined) {
    mots = reperer(`${offre.intitule} . ${offre.texte}`, lexique);
    parLexique.set(lexique, mots);
  }
  return mots;
}

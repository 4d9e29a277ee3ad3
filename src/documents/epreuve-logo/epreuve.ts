import type { Jour } from "../../values/jour.ts";
import type { DocumentImprimable, Logo } from "../moteur/document-imprimable.ts";

/** A paper that holds the logo alone, at the size of every paper: what prints here prints everywhere. */
export function epreuveDuLogo(logo: Logo, date: Jour): DocumentImprimable {
  return {
    gabarit: "epreuve-logo/epreuve-logo.typ",
    titre: "Épreuve du logo",
    date,
    donnees: {},
    logo,
  };
}

import { parseAdresseCourriel } from "../values/adresse-courriel.ts";
import type { Refus } from "./acte.ts";
import { type Champ, champTexte } from "./champ.ts";
import { refus } from "./refus.ts";

/** Name and address of somebody outside the organisation who gets a link. */
export const CHAMPS_TIERS = {
  nom: champTexte({ libelle: "Son prénom et son nom" }),
  courriel: champTexte({
    libelle: "Son adresse électronique",
    aide: "Le lien y part. Vous ne le voyez pas.",
  }),
} satisfies Record<string, Champ<unknown>>;

export interface TiersSaisi {
  nom: string;
  courriel: string;
}

/** A name of one word could sign nothing: both are asked for. */
export function refusDuTiers({ nom, courriel }: TiersSaisi): Refus[] {
  const trouves = [
    nom.length > 120 ? refus("nom", "Raccourcissez à 120 caractères.") : null,
    /\S\s+\S/.test(nom) ? null : refus("nom", "Écrivez le prénom, puis le nom."),
    parseAdresseCourriel(courriel) === null
      ? refus("courriel", "Cette adresse électronique n’est pas complète.")
      : null,
  ];
  return trouves.filter((r) => r !== null);
}

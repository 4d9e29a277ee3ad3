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

const LONGUEUR_DU_NOM = 120;

/** What is wrong with a name, in a sentence: one of a single word could sign nothing. */
export function fauteDuNom(nom: string): string | null {
  if (nom.length > LONGUEUR_DU_NOM) return `Raccourcissez à ${LONGUEUR_DU_NOM} caractères.`;
  return /\S\s+\S/.test(nom) ? null : "Écrivez le prénom, puis le nom.";
}

export function refusDuTiers({ nom, courriel }: TiersSaisi): Refus[] {
  const faute = fauteDuNom(nom);
  const trouves = [
    faute === null ? null : refus("nom", faute),
    parseAdresseCourriel(courriel) === null
      ? refus("courriel", "Cette adresse électronique n’est pas complète.")
      : null,
  ];
  return trouves.filter((r) => r !== null);
}

import type { Communication } from "../law/etat.ts";
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
const TROP_LONG = refus("nom", `Raccourcissez à ${LONGUEUR_DU_NOM} caractères.`);

/** A name of one word could sign nothing: both are asked for. */
export function refusDuTiers({ nom, courriel }: TiersSaisi): Refus[] {
  const trouves = [
    nom.length > LONGUEUR_DU_NOM ? TROP_LONG : null,
    /\S\s+\S/.test(nom) ? null : refus("nom", "Écrivez le prénom, puis le nom."),
    parseAdresseCourriel(courriel) === null
      ? refus("courriel", "Cette adresse électronique n’est pas complète.")
      : null,
  ];
  return trouves.filter((r) => r !== null);
}

/** « Une autre personne » is named, in two words; the other recipients are known without a name (L6313-4 al. 3). */
export function refusDuNom(destinataire: Communication["destinataire"], nom: string | null): Refus[] {
  if (destinataire !== "autre") {
    return nom === null ? [] : [refus("nom", "Ce destinataire se dit sans nom : laissez vide.")];
  }
  if (nom === null) return [refus("nom", "Écrivez qui est cette autre personne : l’accord doit la nommer.")];
  if (nom.length > LONGUEUR_DU_NOM) return [TROP_LONG];
  return /\S\s+\S/.test(nom) ? [] : [refus("nom", "Écrivez le prénom, puis le nom.")];
}

import type { Refus } from "./acte.ts";
import { type Champ, champTexte } from "./champ.ts";
import { refus } from "./refus.ts";

/** Characters of a passphrase: as the accounts accept it. */
const PHRASE_DE_PASSE = { min: 12, max: 200 } as const;

/** Choosing a passphrase: written once, as a password manager or four words give it. */
const CHAMP_PHRASE = champTexte({
  libelle: "Votre phrase de passe",
  aide: "12 caractères au moins. Quatre mots que vous retenez conviennent.",
  vide: "Choisissez une phrase de passe.",
});

/** Coming in for the first time: one's name as colleagues read it, and a passphrase. */
export const CHAMPS_ARRIVEE = {
  nom: champTexte({ libelle: "Votre prénom et votre nom", aide: "Comme vos collègues les liront." }),
  motDePasse: CHAMP_PHRASE,
} satisfies Record<string, Champ<unknown>>;

/** What stands in the way of a passphrase: its length, and no rule on what it is made of. */
export function refusDePhrase(phrase: string, champ = "motDePasse"): Refus[] {
  if (phrase.length < PHRASE_DE_PASSE.min)
    return [refus(champ, `Choisissez au moins ${PHRASE_DE_PASSE.min} caractères.`)];
  return phrase.length > PHRASE_DE_PASSE.max
    ? [refus(champ, `Choisissez ${PHRASE_DE_PASSE.max} caractères au plus.`)]
    : [];
}

/** A name as colleagues read it, 120 characters at most. */
export function refusDeNom(nom: string): Refus[] {
  return nom.length > 120 ? [refus("nom", "Raccourcissez à 120 caractères.")] : [];
}

import type { Organisme } from "../../law/etat.ts";
import { type Couleur, parseCouleur } from "../../values/contraste.ts";
import { jugerCouleur } from "../../values/couleur-organisme.ts";
import type { Refus } from "../acte.ts";
import type { Changement } from "./partie.ts";

/** The colour that was meant: the code when one was typed, else what the palette of the browser shows. */
export function lireCouleur({ palette, code }: { palette: string; code: string }): Couleur | Refus {
  const [champ, texte] = code.trim() === "" ? (["palette", palette] as const) : (["code", code] as const);
  return (
    parseCouleur(texte) ?? {
      champ,
      phrase: `« ${texte.trim().slice(0, 40)} » n’est pas un code de couleur : écrivez « # » et 6 chiffres de 0 à f, comme #1d5c3a.`,
    }
  );
}

/** The organisation in its colour, when that one can be read everywhere; null goes back to the product's. */
export function changerCouleur(
  organisme: Organisme,
  couleur: Couleur | null,
  champ: "palette" | "code" = "palette",
): Changement | Refus[] {
  if (couleur === null) return { organisme: { ...organisme, couleur }, quoi: "Couleur retirée" };
  const jugement = jugerCouleur(couleur);
  if (!jugement.tient) return [{ champ, phrase: jugement.phrase }];
  const quoi = `Couleur ${organisme.couleur === null ? "choisie" : "changée"}, ${couleur}`;
  return { organisme: { ...organisme, couleur }, quoi };
}

import { type Couleur, contraste, formatRapport, laPlusProche, luminance, meler } from "./contraste.ts";

/** White words on the organisation's colour, in light and dark alike; the ring of the keyboard is that of every band. */
const SUR_LA_COULEUR = "#ffffff" as Couleur;
export const ANNEAU_DU_BANDEAU = "#ffd879" as Couleur;
const FEUILLE = "#ffffff" as Couleur;
const NOIR = "#000000" as Couleur;

/** The colours of a band that are drawn from the organisation's one. */
export interface Nuances {
  bandeau: Couleur;
  sur: Couleur;
  discret: Couleur;
  /** Behind the page where one is. */
  active: Couleur;
  /** Behind a remark on a paper. */
  voile: Couleur;
}

export function nuancesDe(couleur: Couleur): Nuances {
  // Lighter where white stays readable on it, as the product's own band does; darker otherwise.
  const claire = meler(couleur, SUR_LA_COULEUR, 0.14);
  return {
    bandeau: couleur,
    sur: SUR_LA_COULEUR,
    discret: meler(SUR_LA_COULEUR, couleur, 0.14),
    active: contraste(SUR_LA_COULEUR, claire) >= TEXTE ? claire : meler(couleur, NOIR, 0.3),
    voile: meler(FEUILLE, couleur, 0.07),
  };
}

/** WCAG 2.2, 1.4.3 for words, 1.4.11 for what is no word. */
const TEXTE = 4.5;
const TRAIT = 3;

/** One place where the colour is used: its ratio there, and the least that this place asks. */
export interface Mesure {
  lieu: string;
  rapport: number;
  seuil: number;
}

/** Every place where the colour is used, measured. Forced colours and printed pages do not use it. */
export function mesurerCouleur(couleur: Couleur): Mesure[] {
  const n = nuancesDe(couleur);
  return [
    { lieu: "le nom et le menu, en blanc sur le bandeau", a: n.sur, b: n.bandeau, seuil: TEXTE },
    { lieu: "les mots discrets du bandeau", a: n.discret, b: n.bandeau, seuil: TEXTE },
    { lieu: "la page où l’on est, dans le menu", a: n.sur, b: n.active, seuil: TEXTE },
    { lieu: "le contour du clavier, sur le bandeau", a: ANNEAU_DU_BANDEAU, b: n.bandeau, seuil: TRAIT },
    { lieu: "les titres de vos papiers, sur du blanc", a: n.bandeau, b: FEUILLE, seuil: TEXTE },
    { lieu: "le trait des remarques de vos papiers", a: n.bandeau, b: n.voile, seuil: TRAIT },
  ].map(({ lieu, a, b, seuil }) => ({ lieu, rapport: contraste(a, b), seuil }));
}

/** A colour that holds in every place, or where it fails most, in a sentence, with the nearest that holds. */
export type Jugement = { tient: true; couleur: Couleur } | { tient: false; phrase: string; proche: Couleur };

export function jugerCouleur(couleur: Couleur): Jugement {
  if (couleurTient(couleur)) return { tient: true, couleur };
  const { lieu, rapport, seuil } = mesurerCouleur(couleur).reduce((pire, m) =>
    m.rapport / m.seuil < pire.rapport / pire.seuil ? m : pire,
  );
  const proche = laPlusProche(couleur, couleurTient);
  if (proche === null) throw new RangeError("black holds everywhere");
  const sens = luminance(proche) < luminance(couleur) ? "plus foncée" : "plus claire";
  const phrase =
    `Cette couleur se lit mal : ${formatRapport(rapport)} pour 1, il faut ${formatRapport(seuil)} pour 1 (${lieu}). ` +
    `La plus proche qui convient, ${sens}, est ${proche}.`;
  return { tient: false, phrase, proche };
}

export function couleurTient(couleur: Couleur): boolean {
  return mesurerCouleur(couleur).every(({ rapport, seuil }) => rapport >= seuil);
}

/** The colour to draw with: null when there is none, or one that was written before a place was asked more of it. */
export function couleurPortee(couleur: Couleur | null): Couleur | null {
  return couleur !== null && couleurTient(couleur) ? couleur : null;
}

/** The rules of a page's style sheet for this colour: on screen, and where nobody forces his own colours. */
export function feuilleDeLaCouleur(couleur: Couleur): string {
  const { bandeau, sur, discret, active } = nuancesDe(couleur);
  const regles = `--band:${bandeau};--on-band:${sur};--band-soft:${discret};--band-active:${active}`;
  return `@layer tokens{@media screen and (forced-colors:none){:root{${regles}}}}`;
}

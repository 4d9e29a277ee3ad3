import type { Couverture } from "./couverture.ts";
import type { Donnee } from "./document-imprimable.ts";

/** What stands for a character that no font has. */
const CARACTERE_DE_REMPLACEMENT = "□";

// Invisible characters are taken out: order overrides make a page show what it does not say, and the shaper of the
// compiler does not know them all. The joiners, variation selectors and direction marks that spelling needs stay.
const INVISIBLES_RETIRES =
  /(?!\n|\u00ad|\u034f|[\u200b-\u200f]|[\ufe00-\ufe0f])[\p{Cc}\p{Default_Ignorable_Code_Point}\u202a-\u202e\ufff9-\ufffb]/gu;
const SANS_DESSIN = /^(?:\u00ad|\u034f|[\u200b-\u200f]|[\ufe00-\ufe0f])$/;
const MARQUE = /^\p{M}$/u;
const LETTRE_QUI_PORTE_DES_MARQUES = /^(?!\p{Script=Han})\p{L}$/u;
const USAGE_PRIVE = /^\p{Co}$/u;

// Latin letters, digits and French punctuation: each is a sign by itself, whatever stands beside it.
const SIGNES_SEULS =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u201f\u2026\u202f\u20ac]*$/;

const graphemes = new Intl.Segmenter("fr", { granularity: "grapheme" });

export interface TexteImprimable {
  readonly texte: string;
  /** How many visible characters were replaced by `□`. */
  readonly remplaces: number;
}

/**
 * The same text with only what can be printed: composed, without invisible controls, each character that no font
 * has replaced by `□`, and places to break inside very long words. PDF/A refuses a file with an undrawable character.
 */
export function rendreImprimable(texte: string, couverture: Couverture): TexteImprimable {
  const net = texte
    .normalize("NFC")
    .replace(/\r\n?|[\f\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(INVISIBLES_RETIRES, "");
  if (SIGNES_SEULS.test(net) && toutSeDessine(net, couverture)) {
    return { texte: couperLesMotsLongs(net), remplaces: 0 };
  }
  let sortie = "";
  let remplaces = 0;
  for (const { segment } of graphemes.segment(net)) {
    const dessinable = partieDessinable(segment, couverture);
    sortie += dessinable;
    if (dessinable === segment) continue;
    sortie += CARACTERE_DE_REMPLACEMENT;
    remplaces += 1;
  }
  return { texte: couperLesMotsLongs(sortie), remplaces };
}

// Nearly every text of a paper: what it spares is a twentieth of the printing.
function toutSeDessine(texte: string, couverture: Couverture): boolean {
  for (let i = 0; i < texte.length; i += 1) {
    const point = texte.charCodeAt(i);
    if (point !== 0x0a && !couverture(point)) return false;
  }
  return true;
}

// All of a character as a reader counts them, or its first sign when only its accents are missing, or nothing.
function partieDessinable(grapheme: string, couverture: Couverture): string {
  if (grapheme === "\n") return grapheme;
  const [base, ...suite] = [...grapheme].filter((c) => !SANS_DESSIN.test(c));
  if (base === undefined) return grapheme;
  const seDessine = (c: string): boolean => !USAGE_PRIVE.test(c) && couverture(c.codePointAt(0)!);
  // An accent on nothing, or on an ideogram, asks the shaper for a dotted circle or a font that is not there.
  if (MARQUE.test(base) || !seDessine(base)) return "";
  const marquesPortees = LETTRE_QUI_PORTE_DES_MARQUES.test(base);
  return suite.every((c) => seDessine(c) && (marquesPortees || !MARQUE.test(c))) ? grapheme : base;
}

// 24 letters fit in the narrowest column of our tables; the longest common French words have 25.
const MOT_LONG = /[^\s\u00ad\u200b-]{25,}/gu;
const COUPURE = /[/._?&=@,;]|.{6}/gu;

function couperLesMotsLongs(texte: string): string {
  return texte.replace(MOT_LONG, (mot) =>
    mot.replace(COUPURE, (morceau, position: number) =>
      position + morceau.length < mot.length ? `${morceau}\u200b` : morceau,
    ),
  );
}

/** `rendreImprimable` on every string of the data of a document; keys are ours and left alone. */
export function rendreDonneesImprimables(
  donnee: Donnee,
  couverture: Couverture,
): { donnee: Donnee; remplaces: number } {
  let remplaces = 0;
  const passer = (d: Donnee): Donnee => {
    if (typeof d === "string") {
      const imprimable = rendreImprimable(d, couverture);
      remplaces += imprimable.remplaces;
      return imprimable.texte;
    }
    if (Array.isArray(d)) return d.map(passer);
    if (typeof d !== "object" || d === null) return d;
    return Object.fromEntries(Object.entries(d).map(([cle, valeur]) => [cle, passer(valeur)]));
  };
  return { donnee: passer(donnee), remplaces };
}

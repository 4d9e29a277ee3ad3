import type { Voliere } from "./canaris.ts";

/** Called by each payload if anything ever runs it. */
const APPEL = "alert('xssmarque')";

const SORTIES = [
  "",
  "\"'>",
  "</textarea>",
  "</title>",
  "</script>",
  "-->",
  "</option></select>",
  "\u2028",
  "%22%3E",
  "&quot;&gt;",
];
const COEURS = [
  `<script>${APPEL}</script>`,
  `<img src=x onerror=${APPEL}>`,
  `<svg/onload=${APPEL}>`,
  `<a href="javascript:${APPEL}">x</a>`,
  `" autofocus onfocus="${APPEL}" x="`,
  `<iframe srcdoc="<script>parent.${APPEL}</script>"></iframe>`,
];

/** Sixty ways of leaving a text for a tag, an attribute or a script. */
export const CHARGES: readonly string[] = SORTIES.flatMap((s) => COEURS.map((c) => `${s}${c}`));

/** The payloads that a page holds as they were sent: escaped, a text holds none. */
export const rendues = (html: string): string[] => COEURS.filter((c) => html.includes(c));

/** How many times a page says one of them, escaped or not. */
export const dites = (html: string): number => html.split("xssmarque").length - 1;

const NOM_DE_PERSONNE = /, (membre|personne|employeur|auditeur)$|, identité/;

/** A world whose every planted word is a payload, each in turn; nobody looks for canaries there. */
export function ouvrirPoisons(): Voliere & { poses: () => number } {
  let poses = 0;
  return {
    nouveau: (ou) => {
      poses += 1;
      // Names of people are typed again to sign, and tell one from another.
      if (NOM_DE_PERSONNE.test(ou)) return `Alix ${poses} ${COEURS[poses % COEURS.length]}`;
      return CHARGES[poses % CHARGES.length]!;
    },
    connus: () => [],
    chercher: async () => [],
    poses: () => poses,
  };
}

/** A colour as it is kept and served: « #1d5c3a », six digits, lower case. */
export type Couleur = string & { readonly __couleur: unique symbol };

/** « #1D5C3A », « 1d5c3a » or « #15c »; null for anything else, a colour's name included. */
export function parseCouleur(texte: string): Couleur | null {
  const lu = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(texte.trim())?.[1]?.toLowerCase();
  if (lu === undefined) return null;
  return `#${lu.length === 6 ? lu : lu.replace(/./g, "$&$&")}` as Couleur;
}

function canaux(couleur: Couleur): [number, number, number] {
  const lire = (i: number) => Number.parseInt(couleur.slice(i, i + 2), 16);
  return [lire(1), lire(3), lire(5)];
}

/** Relative luminance, 0 for black to 1 for white (WCAG 2.2, « relative luminance »). */
export function luminance(couleur: Couleur): number {
  const [r, v, b] = canaux(couleur).map((n) => {
    const c = n / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * v + 0.0722 * b;
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, « contrast ratio »); never rounded before it is compared. */
export function contraste(a: Couleur, b: Couleur): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** `part` of `vers` poured into a colour: 0 leaves it, 1 replaces it. */
export function meler(couleur: Couleur, vers: Couleur, part: number): Couleur {
  const [a, b] = [canaux(couleur), canaux(vers)];
  const n = a.map((c, i) => Math.round(c + (b[i]! - c) * part));
  return `#${n.map((c) => c.toString(16).padStart(2, "0")).join("")}` as Couleur;
}

/** Cut after two decimals, never rounded up: 4.499 is not enough where 4.5 is asked. « 4,49 ». */
export function formatRapport(rapport: number): string {
  const [entiers, decimales] = [Math.floor(rapport), Math.floor((rapport % 1) * 100)];
  return decimales === 0 ? String(entiers) : `${entiers},${String(decimales).padStart(2, "0")}`;
}

const [NOIR, BLANC] = ["#000000", "#ffffff"] as [Couleur, Couleur];
const PAS = 255;

/** The same hue, darker or lighter by as little as makes `tient` true; null when neither black nor white is enough. */
export function laPlusProche(couleur: Couleur, tient: (c: Couleur) => boolean): Couleur | null {
  for (let pas = 0; pas <= PAS; pas += 1) {
    for (const vers of [NOIR, BLANC]) {
      const candidate = meler(couleur, vers, pas / PAS);
      if (tient(candidate)) return candidate;
    }
  }
  return null;
}

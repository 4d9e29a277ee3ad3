/**
 * Runs inside the page: reads colours as the browser paints them. Kept in one string-able function because a page
 * receives it whole.
 */
export function outilsDeCouleur() {
  type Rgba = [number, number, number, number];
  const lire = (css: string): Rgba => {
    const lu = /^rgba?\(([^)]+)\)$/.exec(css);
    if (lu === null) throw new Error(`couleur illisible : ${css}`);
    const [r = 0, g = 0, b = 0, a = 1] = lu[1]!.split(/[\s,/]+/).map(Number);
    return [r, g, b, a];
  };
  const poser = (dessus: Rgba, dessous: Rgba): Rgba => {
    const a = dessus[3];
    const mele = (i: 0 | 1 | 2) => dessus[i] * a + dessous[i] * (1 - a);
    return [mele(0), mele(1), mele(2), 1];
  };
  /** What is painted behind the content of an element, ancestors included. */
  const fond = (e: Element | null): Rgba => {
    if (e === null) return [255, 255, 255, 1];
    const propre = lire(getComputedStyle(e).backgroundColor);
    return propre[3] === 1 ? propre : poser(propre, fond(e.parentElement));
  };
  const luminance = ([r, g, b]: Rgba): number => {
    const canal = (v: number) => {
      const c = v / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * canal(r) + 0.7152 * canal(g) + 0.0722 * canal(b);
  };
  const contraste = (a: Rgba, b: Rgba): number => {
    const [clair, sombre] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (clair! + 0.05) / (sombre! + 0.05);
  };
  const nommer = (e: Element): string => {
    const texte = (e.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    const id = e.id === "" ? "" : `#${e.id}`;
    return `<${e.tagName.toLowerCase()}${id} class="${e.getAttribute("class") ?? ""}"> ${texte}`;
  };
  const visible = (e: Element): boolean => {
    const r = e.getBoundingClientRect();
    return r.width > 1 && r.height > 1 && e.checkVisibility({ visibilityProperty: true });
  };
  return { lire, poser, fond, contraste, nommer, visible };
}

export type OutilsDeCouleur = ReturnType<typeof outilsDeCouleur>;

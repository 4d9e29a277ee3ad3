import type { Ecart } from "./ecart.ts";
import { importsDe } from "./imports.ts";
import type { ModuleLu } from "./module-lu.ts";

/** Files of the product that import each other in a circle, types included: neither can be read without the other. */
export function verifierCercles(modules: readonly ModuleLu[]): Ecart[] {
  const vers = new Map(
    modules.map((m) => [m.chemin, importsDe(m).flatMap((i) => (i.interne ? [i.cible] : []))]),
  );
  const sortis = new Set<string>();
  const ecarts: Ecart[] = [];
  const suivre = (chemin: string, parcours: readonly string[]) => {
    if (sortis.has(chemin)) return;
    const debut = parcours.indexOf(chemin);
    if (debut !== -1) {
      const cercle = [...parcours.slice(debut), chemin].join(" → ");
      ecarts.push({ fichier: chemin, ligne: 1, phrase: `Files that import each other: ${cercle}.` });
      return;
    }
    for (const cible of vers.get(chemin) ?? []) suivre(cible, [...parcours, chemin]);
    sortis.add(chemin);
  };
  for (const chemin of vers.keys()) suivre(chemin, []);
  return ecarts;
}

import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ligneDe, lireModule, parcourir } from "../../scripts/arbre/module-lu.ts";

const RACINE = new URL("../../", import.meta.url).pathname;
/** A space where French wants one that never breaks. */
const COUPABLE = /\S\s[:;?!»]|«\s/;

it("aucun texte posé tel quel dans une page ne coupe une ligne devant un deux-points ou un point d’interrogation", () => {
  const fautes = globSync("src/web/**/*.tsx", { cwd: RACINE }).flatMap((chemin) => {
    const lu = lireModule(chemin, readFileSync(`${RACINE}${chemin}`, "utf8"));
    if ("erreur" in lu) throw new Error(`${chemin} : ${lu.erreur}`);
    const trouvees: string[] = [];
    parcourir(lu.programme, (n, parent) => {
      const texte = String(n.value).replace(/[\u00a0\u202f]/g, "_");
      // `Notice`, `EmptyState` and their like set the type of what they are given.
      const enfantDe = (parent?.openingElement as { name?: { name?: string } } | undefined)?.name?.name ?? "";
      if (n.type !== "JSXText" || !COUPABLE.test(texte) || /^[A-Z]/.test(enfantDe)) return;
      trouvees.push(`${chemin}:${ligneDe(lu.texte, n.start)} ${texte.replace(/\s+/g, " ").trim()}`);
    });
    return trouvees;
  });
  expect(fautes).toEqual([]);
});

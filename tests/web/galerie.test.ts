import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lireModule, type Noeud, parcourir } from "../../scripts/arbre/module-lu.ts";

const DOSSIER = new URL("../../src/web/ui/", import.meta.url).pathname;

type Composant = { fichier: string; publique: boolean; dessine: ReadonlySet<string> };

/** The components that a file declares, and those that each of them draws. */
function composantsDe(fichier: string): [string, Composant][] {
  const lu = lireModule(fichier, readFileSync(`${DOSSIER}${fichier}`, "utf8"));
  if ("erreur" in lu) throw new Error(`${fichier} : ${lu.erreur}`);
  return (lu.programme.body as Noeud[]).flatMap((n): [string, Composant][] => {
    const fonction = (n.type === "ExportNamedDeclaration" ? n.declaration : n) as Noeud | null;
    const nom = (fonction?.id as { name?: string } | undefined)?.name ?? "";
    if (fonction?.type !== "FunctionDeclaration" || !/^[A-Z]/.test(nom)) return [];
    const dessine = new Set<string>();
    parcourir(fonction, (x) => {
      const cite = x.type === "JSXIdentifier" || x.type === "Identifier" ? String(x.name) : "";
      if (/^[A-Z]/.test(cite) && cite !== nom) dessine.add(cite);
    });
    return [[nom, { fichier, publique: n !== fonction, dessine }]];
  });
}

it("la page des composants montre chacun d’eux, dans une de ses pièces ou à l’intérieur d’un autre", () => {
  const fichiers = globSync("**/*.tsx", { cwd: DOSSIER }).filter((f) => !f.includes(".test."));
  const composants = new Map(fichiers.flatMap(composantsDe));
  const montres = new Set<string>();
  const suivre = (nom: string): void => {
    const composant = composants.get(nom);
    if (composant === undefined || montres.has(nom)) return;
    montres.add(nom);
    for (const dedans of composant.dessine) suivre(dedans);
  };
  suivre("Galerie");
  const publics = [...composants].filter(([, c]) => c.publique);
  expect(publics.length).toBeGreaterThan(60);
  expect(publics.filter(([nom]) => !montres.has(nom)).map(([nom, c]) => `${c.fichier} : ${nom}`)).toEqual([]);
});

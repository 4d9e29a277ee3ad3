import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { verifierCercles } from "./cercles.ts";
import type { Ecart } from "./ecart.ts";
import { verifierFleches } from "./fleches.ts";
import { lireGlossaire, type Synonyme } from "./glossaire.ts";
import { verifierInterdits } from "./interdits.ts";
import { TABLES, verifierLongueur } from "./longueur.ts";
import { lireModule } from "./module-lu.ts";
import { verifierIdentifiants, verifierNomDeFichier } from "./noms.ts";
import { verifierPurete } from "./purete.ts";

/** Folders whose TypeScript is read; names of files are checked under `src/` alone. */
const DOSSIERS = ["src", "scripts", "tests", "bench"];

type Lu = ReturnType<typeof lireModule>;

/** All that one file breaks by itself. */
export function verifierFichier(chemin: string, texte: string, synonymes: readonly Synonyme[]): Ecart[] {
  return verifierLu(chemin, /\.tsx?$/.test(chemin) ? lireModule(chemin, texte) : null, synonymes);
}

function verifierLu(chemin: string, m: Lu | null, synonymes: readonly Synonyme[]): Ecart[] {
  const noms = chemin.startsWith("src/") ? verifierNomDeFichier(chemin, synonymes) : [];
  if (m === null) return noms;
  if ("erreur" in m)
    return [...noms, { fichier: chemin, ligne: 1, phrase: `It does not parse: ${m.erreur}.` }];
  return [
    ...noms,
    ...verifierFleches(m),
    ...verifierPurete(m),
    ...verifierLongueur(m),
    ...verifierInterdits(m),
    ...verifierIdentifiants(m, synonymes),
  ];
}

function fichiersSous(racine: string): string[] {
  return DOSSIERS.filter((d) => statSync(join(racine, d), { throwIfNoEntry: false })?.isDirectory())
    .flatMap((d) =>
      readdirSync(join(racine, d), { recursive: true, withFileTypes: true })
        .filter((f) => f.isFile())
        .map((f) => join(f.parentPath, f.name).slice(racine.length + 1)),
    )
    .map((f) => f.replaceAll("\\", "/"))
    .sort();
}

/** The whole repository whose root is given; an empty list when it keeps its rules. */
export function verifierArbre(racine: string): Ecart[] {
  const synonymes = lireGlossaire(readFileSync(join(racine, "GLOSSAIRE.md"), "utf8"));
  const fichiers = fichiersSous(racine);
  const lus = fichiers.map((chemin): [string, Lu | null] => [
    chemin,
    /\.tsx?$/.test(chemin) ? lireModule(chemin, readFileSync(join(racine, chemin), "utf8")) : null,
  ]);
  const duProduit = lus.flatMap(([chemin, m]) =>
    m === null || "erreur" in m || m.estTest || !chemin.startsWith("src/") ? [] : [m],
  );
  const perimees = Object.keys(TABLES).filter((chemin) => !fichiers.includes(chemin));
  return [
    ...perimees.map((fichier) => ({
      fichier,
      ligne: 1,
      phrase: "Listed as a table, it does not exist: take it off scripts/arbre/longueur.ts.",
    })),
    ...lus.flatMap(([chemin, m]) => verifierLu(chemin, m, synonymes)),
    ...verifierCercles(duProduit),
  ];
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { verifierCercles } from "./arbre/cercles.ts";
import { formatEcart } from "./arbre/ecart.ts";
import { lireGlossaire, motsDe, type Synonyme } from "./arbre/glossaire.ts";
import { TABLES, verifierLongueur } from "./arbre/longueur.ts";
import { lireModule, type ModuleLu } from "./arbre/module-lu.ts";
import { ROOMS } from "./arbre/rooms.ts";
import { verifierArbre, verifierFichier } from "./arbre/verifier.ts";

const RACINE = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");
const synonymes: Synonyme[] = [
  { interdit: "stagiaire", motDuCode: "beneficiaire" },
  { interdit: "compteRendu", motDuCode: "synthese" },
];

/** « ligne phrase » of each gap of one file. */
function ecarts(chemin: string, texte: string): string[] {
  return verifierFichier(chemin, texte, synonymes).map((e) => `${e.ligne} ${e.phrase}`);
}

describe("l’arbre du dépôt", () => {
  it("tient toutes ses règles", () => {
    expect(verifierArbre(RACINE).map(formatEcart)).toEqual([]);
    // Reads every file of the tree, which grows; a busy machine takes half a minute.
  }, 120_000);
});

it("deux fichiers ne se prennent pas l’un l’autre, même par un tiers, même pour un type", () => {
  const lu = (nom: string, vers: string) =>
    lireModule(
      `src/dossier/${nom}.ts`,
      `import type { x } from "./${vers}.ts";\nexport const ${nom} = 1;`,
    ) as ModuleLu;
  const cercles = (...liens: [string, string][]) =>
    verifierCercles(liens.map(([de, vers]) => lu(de, vers))).map((e) => e.phrase);
  expect(cercles(["a", "b"], ["b", "c"], ["c", "d"])).toEqual([]);
  expect(cercles(["a", "b"], ["b", "c"], ["c", "b"])).toEqual([
    "Files that import each other: src/dossier/b.ts → src/dossier/c.ts → src/dossier/b.ts.",
  ]);
});

describe("les flèches entre les pièces", () => {
  const refusees: [string, string, string][] = [
    ["src/values/jour.ts", "../law/etat.ts", "room « values » may not import room « law »"],
    ["src/law/judge.ts", "../dossier/fait.ts", "room « law » may not import room « dossier »"],
    ["src/dossier/evolve.ts", "../usecases/agir.ts", "room « dossier » may not import room « usecases »"],
    ["src/evidence/note.ts", "../law/etat.ts", "room « evidence » may not import room « law »"],
    ["src/verifier/page.ts", "../store/faits.ts", "room « verifier » may not import room « store »"],
    ["src/documents/papier.ts", "../law/etat.ts", "room « documents » may not import room « law »"],
    ["src/store/faits.ts", "../dossier/fait.ts", "room « store » may not import room « dossier »"],
    ["src/vault/contenu.ts", "../store/cles.ts", "room « vault » may not import room « store »"],
    ["src/usecases/agir.ts", "../web/app.ts", "room « usecases » may not import room « web »"],
    ["src/web/app.tsx", "../store/faits.ts", "room « web » may not import room « store »"],
    ["src/cli/recit.ts", "../vault/contenu.ts", "room « cli » may not import room « vault »"],
    ["src/jobs/relancer.ts", "../mail/envoyer.ts", "knows only the types of « mail »"],
    ["src/law/judge.ts", "../main/servir.ts", "room « law » may not import room « main »"],
    ["src/law/judge.ts", "../../tests/harness/base.ts", "The product imports nothing outside src/"],
  ];
  it.each(refusees)("%s n’importe pas %s", (chemin, cible, phrase) => {
    const lus = ecarts(chemin, `export const a = 1;\nimport { b } from "${cible}";\n`);
    expect(lus).toHaveLength(1);
    expect(lus[0]).toContain(`2 `);
    expect(lus[0]).toContain(phrase);
  });

  it.each([
    `export { b } from "../store/faits.ts";`,
    `export * from "../store/faits.ts";`,
    `const b = await import("../store/faits.ts");`,
    `type B = import("../store/faits.ts").B;`,
    `import "../store/faits.ts";`,
  ])("voit aussi %s", (ligne) => {
    expect(ecarts("src/web/app.ts", ligne)).toEqual([
      "1 Arrows go down only: room « web » may not import room « store ».",
    ]);
  });

  it("laisse descendre, laisse les types là où ils sont permis, et seulement eux", () => {
    expect(ecarts("src/dossier/evolve.ts", `import { jour } from "../values/jour.ts";`)).toEqual([]);
    expect(ecarts("src/web/app.ts", `import type { D } from "../documents/papier.ts";`)).toEqual([]);
    expect(ecarts("src/web/app.ts", `import { type D } from "../documents/papier.ts";`)).toEqual([]);
    expect(ecarts("src/web/app.ts", `import { type D, imprimer } from "../documents/papier.ts";`)).toEqual([
      "1 Room « web » knows only the types of « documents »: write « import type ».",
    ]);
  });

  it("laisse src/main/ et les commandes assembler les adaptateurs", () => {
    const assemblage = `import { a } from "../../store/faits.ts";\nimport { b } from "../../vault/contenu.ts";\n`;
    expect(ecarts("src/cli/commandes/preuve.ts", assemblage)).toEqual([]);
    expect(ecarts("src/main/servir.ts", assemblage.replaceAll("../../", "../"))).toEqual([]);
  });

  it("laisse les tests prendre ce qu’il leur faut", () => {
    expect(ecarts("src/evidence/note.test.ts", `import { h } from "../verifier/hasher-node.ts";`)).toEqual(
      [],
    );
  });

  it("refuse une pièce inconnue, et un paquet dans une pièce pure", () => {
    expect(ecarts("src/services/a.ts", "export const a = 1;")[0]).toContain("« services » is no known room");
    expect(ecarts("src/law/a.ts", `import { z } from "zod";`)).toEqual([
      "1 Room « law » uses no package but none: it imports « zod ».",
    ]);
    expect(ecarts("src/dossier/a.ts", `import { z } from "zod";`)).toEqual([]);
    expect(ecarts("src/dossier/a.ts", `import { x } from "@noble/hashes/sha2.js";`)[0]).toContain(
      "@noble/hashes",
    );
  });

  it("n’a pas de cycle entre pièces", () => {
    const vues = new Set<string>();
    const descendre = (piece: string, chemin: string[]): void => {
      expect(chemin, `${[...chemin, piece].join(" → ")}`).not.toContain(piece);
      for (const vers of ROOMS[piece]!.to) descendre(vers, [...chemin, piece]);
      vues.add(piece);
    };
    for (const piece of Object.keys(ROOMS)) descendre(piece, []);
    expect(vues.size).toBe(Object.keys(ROOMS).length);
  });
});

describe("la pureté", () => {
  const impures: [string, string][] = [
    ["async function f() {}", "is synchronous"],
    ["const f = async () => 1;", "is synchronous"],
    ["const a = await b;", "is synchronous"],
    ["for await (const a of b) c(a);", "is synchronous"],
    ["const f = (): Promise<void> => g();", "is synchronous (Promise)"],
    ["const d = new Date();", "reads no clock"],
    ["const d = Date.now();", "reads no clock"],
    ["const o = { Date };", "reads no clock"],
    ["const t = performance.now();", "reads no clock"],
    ["const n = Math.random();", "has no randomness"],
    ["const u = crypto.randomUUID();", "has no randomness"],
    ["setTimeout(f, 1);", "waits for nothing"],
    ["const e = process.env.PORT;", "knows no machine"],
    ["console.log(a);", "writes nowhere"],
    [`const m = import("./b.ts");`, "makes no dynamic import"],
  ];
  it.each(impures)("refuse : %s", (ligne, phrase) => {
    for (const piece of ["values", "law", "dossier", "evidence"]) {
      const lus = ecarts(`src/${piece}/a.ts`, `// a line\n${ligne}\n`);
      expect(lus.length).toBeGreaterThan(0);
      expect(lus.every((e) => e.startsWith("2 "))).toBe(true);
      expect(lus.join()).toContain(`Pure room « ${piece} » ${phrase}`);
    }
  });

  it("refuse un import de Node", () => {
    expect(ecarts("src/evidence/a.ts", `import { createHash } from "node:crypto";`)).toContain(
      "1 Pure room « evidence » imports nothing of Node (node:crypto).",
    );
  });

  it("ne prend pas une propriété, un texte ni un commentaire pour une horloge", () => {
    const permis = `// new Date() is not for us\nconst a = { Date: 1, process: "await" };\nexport const b = [a.Date, a.process, "Promise"];\n`;
    expect(ecarts("src/law/a.ts", permis)).toEqual([]);
  });

  it("laisse les tests et les autres pièces", () => {
    expect(ecarts("src/law/a.test.ts", "const d = new Date();")).toEqual([]);
    expect(ecarts("src/store/a.ts", "const d = await f(new Date());")).toEqual([]);
  });
});

describe("la longueur", () => {
  const longue = (n: number): ModuleLu => {
    const m = lireModule("src/law/a.ts", "export {};\n".repeat(n));
    if ("erreur" in m) throw new Error(m.erreur);
    return m;
  };

  it("accepte 400 lignes et refuse la suivante", () => {
    expect(verifierLongueur(longue(400))).toEqual([]);
    expect(verifierLongueur(longue(401)).map(formatEcart)[0]).toMatch(
      /^src\/law\/a\.ts:401 {2}No file over 400 lines: 401/,
    );
  });

  it("laisse une table déclarée, et retire une déclaration devenue inutile", () => {
    const tables = { "src/law/a.ts": "public holidays" };
    expect(verifierLongueur(longue(401), tables)).toEqual([]);
    expect(verifierLongueur(longue(400), tables)).toHaveLength(1);
    for (const raison of Object.values(TABLES)) expect(raison).not.toBe("");
  });
});

describe("ce qui ne s’écrit pas", () => {
  const refuses: [string, string][] = [
    ["export const a: any = 1;", "No « any »"],
    ["export type A = Record<string, any>;", "No « any »"],
    ["// @ts-ignore\nexport const a = 1;", "No silenced compiler"],
    ["// @ts-expect-error\nexport const a = 1;", "No silenced compiler"],
    ["enum A { B }", "No enum"],
    ["namespace A { export const b = 1; }", "No namespace"],
    ["// TODO: later", "Nothing left to do"],
  ];
  it.each(refuses)("refuse : %s", (texte, phrase) => {
    expect(ecarts("src/web/a.ts", texte).join()).toContain(phrase);
    expect(ecarts("tests/a.test.ts", texte).join()).toContain(phrase);
  });

  it("laisse le mot any dans un texte, un nom ou une propriété", () => {
    expect(ecarts("src/web/a.ts", `export const many = { any: "any" };`)).toEqual([]);
  });
});

describe("les noms", () => {
  const accentues = [
    "export const bénéficiaire = 1;",
    "export function remettreSynthèse() {}",
    "export interface A { clé: string }",
    "export const f = (durée: number) => durée;",
    "export const a = { clé: 1 };",
    "class A { #clé = 1; }",
  ];
  it.each(accentues)("sans accent : %s", (texte) => {
    expect(ecarts("src/web/a.ts", texte).join()).toContain("No accent in an identifier");
  });

  it("avec accents dans les textes, et dans les données d’un test", () => {
    expect(ecarts("src/web/a.tsx", "export const a = <p title={'é'}>Bénéficiaire</p>;")).toEqual([]);
    expect(ecarts("src/web/a.test.ts", "const a = { pêche: 1 };")).toEqual([]);
  });

  const synonymies = [
    "export const stagiaire = 1;",
    "export const nomDuStagiaire = 1;",
    "export interface A { stagiaires: string[] }",
    "export type Stagiaire = string;",
    "export function f(stagiaire: string) { return stagiaire; }",
    "export const f = (stagiaire = 1) => 1;",
    "export const [stagiaire] = a;",
    "export const COMPTE_RENDU = 1;",
    "class A { rediger(compteRendu: string) { return compteRendu; } }",
  ];
  it.each(synonymies)("sans synonyme : %s", (texte) => {
    expect(ecarts("src/web/a.ts", texte).join()).toContain("One thing, one word (GLOSSAIRE.md)");
  });

  it("laisse les mots des bibliothèques, les textes, et un mot qui n’en contient qu’une partie", () => {
    const permis = `import { stagiaire as beneficiaire } from "ailleurs";\nexport const compte = beneficiaire.stagiaire({ stagiaire: "stagiaire" });\nexport const f = ({ stagiaire }: A) => 1;\n`;
    expect(ecarts("src/web/a.ts", permis)).toEqual([]);
  });

  it.each([
    "src/web/Seance.ts",
    "src/web/remise_a_la_fin.ts",
    "src/web/synthèse.ts",
    "src/law/rules/F01-a.ts",
  ])("nom de fichier refusé : %s", (chemin) => {
    expect(ecarts(chemin, "export {};").join()).toContain("A file is named in kebab-case");
  });

  it("nom de fichier qui porte un synonyme, quelle que soit sa nature", () => {
    expect(ecarts("src/web/fiche-stagiaire.ts", "export {};").join()).toContain("not « stagiaire »");
    expect(ecarts("src/web/styles/stagiaire.css", "").join()).toContain("not « stagiaire »");
    expect(ecarts("src/law/rules/a-nature/A04-heures.ts", "export {};")).toEqual([]);
  });
});

it("dit d’un fichier illisible pourquoi il l’est", () => {
  expect(ecarts("src/web/a.ts", "export const = 1;").join()).toContain("It does not parse");
});

describe("le glossaire", () => {
  it("coupe les noms en mots, au singulier", () => {
    expect(motsDe("documentsSuivi")).toEqual(["document", "suivi"]);
    expect(motsDe("A04-vingt-quatre-heures")).toEqual(["a04", "vingt", "quatre", "heure"]);
    expect(motsDe("BON_DE_COMMANDE")).toEqual(["bon", "de", "commande"]);
  });

  it("lit les mots interdits de chaque ligne", () => {
    const table =
      "| Term | Code | Source | Never |\n|---|---|---|---|\n| a | `devis` | Q4 | `quote`, `estimate` |\n";
    expect(lireGlossaire(table)).toEqual([
      { interdit: "quote", motDuCode: "devis" },
      { interdit: "estimate", motDuCode: "devis" },
    ]);
  });

  it("refuse une ligne mal coupée, et un mot à la fois employé et interdit", () => {
    expect(() => lireGlossaire("| a | `devis` | Q4 |")).toThrow("four cells");
    expect(() => lireGlossaire("| a | `devis` | Q4 | `offres` |\n| b | `offre` | Q2 | — |")).toThrow(
      "both used and forbidden",
    );
  });
});

describe("le dépôt entier", () => {
  const racine = mkdtempSync(join(tmpdir(), "probant-arbre-"));
  afterAll(() => rmSync(racine, { recursive: true, force: true }));

  it("dit le fichier, la ligne et la phrase de la règle, dans tous les dossiers lus", () => {
    const fichiers: Record<string, string> = {
      "GLOSSAIRE.md": "| Term | Code | Source | Never |\n|---|---|---|---|\n| a | `devis` | Q4 | `quote` |\n",
      "src/law/a.ts": "export const a = 1;\nexport const quote = Math.random();\n",
      "src/web/styles/quote.css": "",
      "scripts/b.ts": "export const b: any = 1;\n",
    };
    for (const [chemin, texte] of Object.entries(fichiers)) {
      mkdirSync(dirname(join(racine, chemin)), { recursive: true });
      writeFileSync(join(racine, chemin), texte);
    }
    expect(verifierArbre(racine).map(formatEcart)).toEqual([
      "scripts/b.ts:1  No « any »: say the type, or « unknown » and read it.",
      "src/law/a.ts:2  Pure room « law » has no randomness: a random value comes in as an argument.",
      "src/law/a.ts:2  « quote »: One thing, one word (GLOSSAIRE.md): not « quote » but « devis ».",
      "src/web/styles/quote.css:1  One thing, one word (GLOSSAIRE.md): not « quote » but « devis ».",
    ]);
  });
});

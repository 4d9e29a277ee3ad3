import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOMS } from "../../scripts/arbre/rooms.ts";
import { liensDe } from "./phrases.ts";

const racine = join(import.meta.dirname, "..", "..");
const lire = (fichier: string) => readFileSync(join(racine, fichier), "utf8");
const TETES = ["README.md", "ARCHITECTURE.md", "docs/decisions/README.md"];

describe.each(TETES)("%s", (fichier) => {
  const texte = lire(fichier);

  it("ne nomme que des fichiers et des dossiers qui existent", () => {
    const nommes = [...texte.matchAll(/`((?:src|docs|scripts|tests|exemples|schemas|bench)\/[^` ]*)`/g)];
    const lies = liensDe(texte).map((l) => normalize(join(dirname(fichier), l)));
    const absents = [...nommes.map((m) => m[1]!), ...lies].filter((c) => !existsSync(join(racine, c)));
    expect(absents).toEqual([]);
  });

  it("ne nomme que des commandes npm qui existent", () => {
    const { scripts } = JSON.parse(lire("package.json")) as { scripts: Record<string, string> };
    const commandes = [...texte.matchAll(/npm (?:run )?(start|test|[a-z]+(?::[a-z]+)?)\b/g)].map(
      (m) => m[1]!,
    );
    expect(commandes.filter((c) => !(c in scripts))).toEqual([]);
  });
});

it("l’architecture nomme chaque pièce de la maison", () => {
  const texte = lire("ARCHITECTURE.md");
  const presentes = Object.keys(ROOMS).filter(
    (r) => existsSync(join(racine, "src", r)) && !r.endsWith(".ts"),
  );
  expect(presentes.filter((r) => !texte.includes(`| \`src/${r}/\` |`))).toEqual([]);
  expect(texte.split("\n").length).toBeLessThan(100);
});

it("le README nomme les commandes publiques, qui existent", () => {
  const dites = [...lire("README.md").matchAll(/^\| `npx probant ([a-z]+)/gm)].map((m) => m[1]!);
  const registre = lire("src/cli/probant.ts");
  expect(dites.length).toBeGreaterThan(4);
  expect(dites.filter((c) => !new RegExp(`^ {2}${c}: \\{`, "m").test(registre))).toEqual([]);
});

it("la licence est l’EUPL 1.2, entière", () => {
  const texte = lire("LICENSE");
  for (let article = 1; article <= 15; article += 1)
    expect([article, texte.includes(`\n${article}.`)]).toEqual([article, true]);
  expect(texte).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  expect(texte).toContain("‘Compatible Licences’ according to Article 5 EUPL are:");
  expect((JSON.parse(lire("package.json")) as { license: string }).license).toBe("EUPL-1.2");
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { utf8 } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { ecrireZip, lireZip } from "./zip-canonique.ts";

const ENTREES = [
  { nom: "pièces/été.txt", contenu: utf8("Bonjour\n") },
  { nom: "b.bin", contenu: new Uint8Array(70_000).fill(7) },
  { nom: "a/vide.txt", contenu: new Uint8Array(0) },
];

let dossier = "";
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "probant-zip-"));
});
afterAll(() => rmSync(dossier, { recursive: true }));

describe("l’archive canonique", () => {
  it("calcule le CRC-32 publié", () => {
    expect(crc32(utf8("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });

  it("ne dépend pas de l’ordre donné et se relit", () => {
    const bytes = ecrireZip(ENTREES);
    expect(ecrireZip([...ENTREES].reverse())).toEqual(bytes);
    expect(lireZip(bytes).map(({ nom }) => nom)).toEqual(["a/vide.txt", "b.bin", "pièces/été.txt"]);
    expect(lireZip(bytes).map(({ contenu }) => contenu.length)).toEqual([0, 70_000, 8]);
  });

  it("se lit avec unzip et avec Python", () => {
    const chemin = join(dossier, "essai.zip");
    writeFileSync(chemin, ecrireZip(ENTREES));
    expect(execFileSync("unzip", ["-t", chemin], { encoding: "utf8" })).toContain("No errors detected");
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), sorted(z.namelist()))";
    expect(execFileSync("python3", ["-c", script, chemin], { encoding: "utf8" })).toBe(
      "None ['a/vide.txt', 'b.bin', 'pièces/été.txt']\n",
    );
  });

  it("refuse l’archive des mêmes fichiers écrite par un autre outil", () => {
    const chemin = join(dossier, "autre.zip");
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], 'w'); z.writestr('a.txt', 'x'); z.close()";
    execFileSync("python3", ["-c", script, chemin]);
    const autre = execFileSync("cat", [chemin]);
    expect(() => lireZip(autre)).toThrow("forme canonique");
  });

  it("n’accepte que ses propres octets : tout bit changé, toute coupe, tout ajout est refusé", () => {
    const bytes = ecrireZip([
      { nom: "a.txt", contenu: utf8("abc") },
      { nom: "b/c.txt", contenu: utf8("d") },
    ]);
    let refus = 0;
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const faux = bytes.slice();
      faux[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => lireZip(faux)).toThrow();
      refus++;
    }
    expect(refus).toBe(bytes.length * 8);
    for (let n = 0; n < bytes.length; n++) expect(() => lireZip(bytes.subarray(0, n))).toThrow();
    expect(() => lireZip(Uint8Array.of(...bytes, 0))).toThrow();
    expect(() => lireZip(Uint8Array.of(0, ...bytes))).toThrow();
  });

  it.each([
    "",
    "/a",
    "a//b",
    "../a",
    "a/..",
    "./a",
    "a\\b",
    "C:a",
    "a\u0000",
    "e\u0301.txt",
    "a/",
    "x".repeat(201),
  ])("refuse le nom dangereux %j", (nom) => {
    expect(() => ecrireZip([{ nom, contenu: utf8("x") }])).toThrow("nom de fichier qui n’est pas permis");
  });

  it("refuse des entrées qui se recouvrent, qui feraient d’un petit fichier un gros calcul", () => {
    const bytes = ecrireZip([
      { nom: "a.txt", contenu: utf8("x".repeat(500)) },
      { nom: "b.txt", contenu: utf8("y") },
    ]);
    const view = new DataView(bytes.buffer);
    const repertoire = view.getUint32(bytes.length - 6, true);
    // The second entry now claims the bytes and the length of the first.
    view.setUint32(repertoire + 51 + 20, 500, true);
    view.setUint32(repertoire + 51 + 42, 0, true);
    expect(() => lireZip(bytes)).toThrow("La structure de l’archive est abîmée");
  });

  it("refuse deux noms que seule la casse distingue", () => {
    const contenu = utf8("x");
    expect(() =>
      ecrireZip([
        { nom: "A.txt", contenu },
        { nom: "a.txt", contenu },
      ]),
    ).toThrow("deux fois le nom");
  });

  it("relit tout ce qu’elle écrit", () => {
    const nom = fc.stringMatching(/^[a-z0-9]{1,8}(\/[a-zé0-9-]{1,8})?\.txt$/).map((s) => s.normalize("NFC"));
    const entree = fc.record({ nom, contenu: fc.uint8Array({ maxLength: 60 }) });
    fc.assert(
      fc.property(fc.uniqueArray(entree, { selector: ({ nom }) => nom, maxLength: 8 }), (entrees) => {
        const relues = lireZip(ecrireZip(entrees));
        expect(new Map(relues.map((e) => [e.nom, e.contenu]))).toEqual(
          new Map(entrees.map((e) => [e.nom, e.contenu])),
        );
      }),
    );
  });
});

import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { lireFeuille } from "./feuille.ts";
import { lirePolices, POLICES_COURANTES } from "./polices.ts";

const polices = lirePolices();
const feuille = lireFeuille(polices);

describe("feuille de style", () => {
  test("pèse au plus 12 Ko une fois compressée", () => {
    const octets = brotliCompressSync(feuille.texte).length;
    expect(octets).toBeLessThanOrEqual(12 * 1024);
    expect(octets).toBeGreaterThan(2 * 1024);
  });

  test("porte dans son adresse l’empreinte de son contenu", () => {
    const autre = lireFeuille(polices.map((p) => ({ ...p, url: p.url.replace(".woff2", "x.woff2") })));
    expect(feuille.url).toMatch(/^\/styles\/probant\.[0-9a-f]{12}\.css$/);
    expect(autre.url).not.toBe(feuille.url);
    expect(lireFeuille(polices).url).toBe(feuille.url);
  });

  test("ne cite que des polices servies par nous", () => {
    const citees = [...feuille.texte.matchAll(/url\("([^"]+)"\)/g)].map((m) => m[1]);
    expect(new Set(citees)).toEqual(new Set(polices.map((p) => p.url)));
  });

  test("ne garde ni commentaire ni bloc mal fermé", () => {
    expect(feuille.texte).not.toContain("/*");
    const ouvertes = feuille.texte.split("{").length;
    expect(feuille.texte.split("}").length).toBe(ouvertes);
  });

  test("ne tient ses couleurs que des jetons", () => {
    const sansJetons = feuille.texte.slice(feuille.texte.indexOf("@layer base{"));
    expect(sansJetons).not.toMatch(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i);
  });
});

describe("polices", () => {
  test("celles de toute page pèsent au plus 45 Ko", () => {
    const courantes = polices.filter((p) => POLICES_COURANTES.includes(p.nom));
    expect(courantes).toHaveLength(2);
    expect(courantes.reduce((total, p) => total + p.octets.length, 0)).toBeLessThanOrEqual(45 * 1024);
  });

  test("sont des fichiers WOFF2", () => {
    for (const p of polices) expect(String.fromCharCode(...p.octets.slice(0, 4))).toBe("wOF2");
  });
});

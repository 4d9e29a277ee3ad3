import { readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { construireScript } from "./paquet.ts";

const PIECES = readdirSync(import.meta.dirname).filter(
  (f) => f.endsWith(".ts") && !f.includes("test") && !["probant.ts", "paquet.ts"].includes(f),
);

test("le script de l’équipe reste sous 40 Ko, celui d’une page de bénéficiaire sous 15 Ko", () => {
  const { texte, url } = construireScript();
  expect(brotliCompressSync(texte).length).toBeLessThanOrEqual(15 * 1024);
  expect(texte.length).toBeGreaterThan(500);
  expect(url).toMatch(/^\/scripts\/probant\.[0-9a-f]{12}\.js$/);
});

test.each(PIECES)("%s pèse moins de 2 Ko", (piece) => {
  expect(Buffer.byteLength(construireScript(piece).texte)).toBeLessThan(2048);
});

import jsQRPaquet from "jsqr";
import { expect, test } from "vitest";
import { Qr } from "./qr.tsx";

type Lecteur = (pixels: Uint8ClampedArray, l: number, h: number) => { data: string } | null;
const lire = jsQRPaquet as unknown as Lecteur;
const ECHELLE = 4;

/** The drawing as a camera would see it: each module four pixels wide, dark where the path says so. */
function photographier(svg: string) {
  const cote = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]) * ECHELLE;
  const pixels = new Uint8ClampedArray(cote * cote * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < ECHELLE; dy += 1)
      for (let dx = 0; dx < ECHELLE; dx += 1) {
        const i = ((Number(y) * ECHELLE + dy) * cote + Number(x) * ECHELLE + dx) * 4;
        pixels.fill(0, i, i + 3);
      }
  }
  return lire(pixels, cote, cote)?.data;
}

test.each([
  "https://bilans.exemple.invalid/emarger/q7Yx0-Zr_3lkJ8f0kq1mXw",
  "otpauth://totp/Probant:nadia%40exemple.invalid?secret=JBSWY3DPEHPK3PXP&issuer=Probant",
  "a",
])("un lecteur que personne ici n’a écrit lit « %s »", (texte) => {
  expect(photographier(String(<Qr texte={texte} titre="Code" />))).toBe(texte);
});

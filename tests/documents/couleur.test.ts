import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { composerCertificat } from "../../src/documents/certificat/donnees.ts";
import { exempleCertificat } from "../../src/documents/certificat/exemple.ts";
import { type Couleur, parseCouleur } from "../../src/values/contraste.ts";
import { imprimer } from "./pdf.ts";

const VERT = parseCouleur("#1d5c3a")!;
const VIOLETS = ["#57306b", "#3d1f4d"].map((t) => parseCouleur(t)!);

/** How many points of the printed sheets have exactly each of these colours, without smoothing. */
function pointsDe(couleur: Couleur | null, cherchees: readonly Couleur[]): number[] {
  const organisme = { ...exempleCertificat.organisme, couleur };
  const fichier = imprimer(composerCertificat({ ...exempleCertificat, organisme }));
  const ppm = execFileSync("pdftoppm", ["-r", "100", "-aa", "no", "-aaVector", "no", fichier], {
    maxBuffer: 1 << 28,
  });
  const comptes = new Map<number, number>();
  for (let i = ppm.length % 3; i + 2 < ppm.length; i += 3) {
    const point = ppm.readUIntBE(i, 3);
    comptes.set(point, (comptes.get(point) ?? 0) + 1);
  }
  return cherchees.map((c) => comptes.get(Number.parseInt(c.slice(1), 16)) ?? 0);
}

it("les titres et les remarques d’un papier prennent la couleur de l’organisme, et celle du produit sans elle", () => {
  const [vert, ...violets] = pointsDe(VERT, [VERT, ...VIOLETS]);
  expect(vert).toBeGreaterThan(200);
  const [absent, ...siens] = pointsDe(null, [VERT, ...VIOLETS]);
  expect(absent).toBe(0);
  expect(siens.reduce((a, b) => a + b)).toBeGreaterThan(200);
  expect(violets.reduce((a, b) => a + b)).toBeLessThan(siens.reduce((a, b) => a + b) / 2);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { sExercice } from "../../src/cli/formats/exercice.ts";
import { chercherEnClair, ouvrirVoliere } from "./canaris.ts";
import { faireExercice } from "./exercice.ts";

const taire = () => undefined;

it("l’exercice ne voit rien de détruit, rien ne revient, les preuves tiennent", async () => {
  const resultat = await faireExercice({ dossiers: 2 }, taire);
  expect(sExercice.parse(resultat)).toMatchObject({
    dossiers: 2,
    detruits: 1,
    canaris: { vus: 0 },
    revenus: 0,
    preuvesIntactes: true,
  });
  expect(resultat.canaris.plantes).toBeGreaterThan(10);
}, 120_000);

it("si les clés ne tournent pas, l’exercice le voit", async () => {
  const resultat = await faireExercice({ dossiers: 2, tourner: false }, taire);
  expect(resultat.canaris.vus).toBe(resultat.canaris.plantes / 2);
  expect(resultat.revenus).toBe(1);
}, 120_000);

it("un mot en clair est vu, qu’il soit écrit tel quel, en hexadécimal, en UTF-16 ou en base64", async () => {
  const dossier = await mkdtemp(join(tmpdir(), "probant-canaris-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  const voliere = ouvrirVoliere();
  const mot = voliere.nouveau();
  const formes: Record<string, Buffer> = {
    clair: Buffer.from(`avant ${mot} après`),
    hexadecimal: Buffer.from(Buffer.from(`é${mot}`).toString("hex")),
    utf16: Buffer.from(`avant ${mot}`, "utf16le"),
    base64a: Buffer.from(Buffer.from(`abc${mot}xyz`).toString("base64")),
    base64b: Buffer.from(Buffer.from(`abcd${mot}xyz`).toString("base64")),
    base64c: Buffer.from(Buffer.from(`abcde${mot}xyz`).toString("base64")),
  };
  for (const [nom, octets] of Object.entries(formes)) await writeFile(join(dossier, nom), octets);
  await writeFile(join(dossier, "autre"), "canari-d-un-autre-jour");
  const { lus, vus } = await chercherEnClair(dossier, voliere);
  expect(lus).toBe(Object.keys(formes).length + 1);
  expect(vus.map((v) => v.slice(dossier.length + 1)).sort()).toEqual(Object.keys(formes).sort());
});

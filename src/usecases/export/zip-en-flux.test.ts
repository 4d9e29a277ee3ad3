import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { dezipper, zipper } from "./zip-en-flux.ts";

async function zip(combien: number): Promise<Buffer> {
  const morceaux: Buffer[] = [];
  const entrees = async function* () {
    for (let i = 0; i < combien; i += 1) yield { nom: `d/é-${i}.txt`, contenu: Buffer.from(`texte ${i}`) };
  };
  for await (const octets of zipper(entrees())) morceaux.push(octets);
  return Buffer.concat(morceaux);
}

async function relire(octets: Buffer, pas = 7, max?: number): Promise<string[]> {
  const flux = async function* () {
    for (let i = 0; i < octets.length; i += pas) yield octets.subarray(i, i + pas);
  };
  const lus: string[] = [];
  for await (const { nom, contenu } of dezipper(flux(), max)) lus.push(`${nom} ${Buffer.from(contenu)}`);
  return lus;
}

test("il se relit en un seul passage, et unzip le lit aussi au-delà de 65 535 fichiers", async () => {
  expect(await relire(await zip(3))).toEqual(["d/é-0.txt texte 0", "d/é-1.txt texte 1", "d/é-2.txt texte 2"]);
  const dossier = mkdtempSync(join(tmpdir(), "probant-zip-"));
  onTestFinished(() => rmSync(dossier, { recursive: true }));
  writeFileSync(join(dossier, "un.zip"), await zip(65_537));
  const dit = execFileSync("unzip", ["-tq", join(dossier, "un.zip")], { encoding: "utf8" });
  expect(dit).toContain("No errors detected");
  const liste = execFileSync("unzip", ["-l", join(dossier, "un.zip")], { encoding: "utf8", maxBuffer: 1e8 });
  expect(liste.trimEnd().split("\n").at(-1)).toContain("65537 files");
});

test("coupé ou altéré, il le dit", async () => {
  const bon = await zip(2);
  const altere = Buffer.from(bon);
  altere[45]! ^= 0xff;
  for (const mauvais of [bon.subarray(0, 50), bon.subarray(0, 60), altere, Buffer.from("rien")]) {
    await expect(relire(mauvais)).rejects.toThrow("coupée ou altérée");
  }
});

test("un fichier qui gonfle au-delà de ce qu’il dit, ou de ce qui tient en mémoire, est refusé avant d’être gonflé", async () => {
  const gonfle = async (taille: number, ditTaille = taille) => {
    const morceaux: Buffer[] = [];
    const entrees = async function* () {
      yield { nom: "a", contenu: Buffer.alloc(taille) };
    };
    for await (const octets of zipper(entrees())) morceaux.push(octets);
    const tout = Buffer.concat(morceaux);
    tout.writeUInt32LE(ditTaille, 22);
    return tout;
  };
  expect(await relire(await gonfle(1000), 4096, 1000)).toHaveLength(1);
  await expect(relire(await gonfle(1001), 4096, 1000)).rejects.toThrow("coupée ou altérée");
  expect(await relire(await gonfle(0), 4096, 1000)).toHaveLength(1);
  const bombe = await gonfle(256 * 1024 * 1024, 10);
  const avant = process.resourceUsage().maxRSS;
  await expect(relire(bombe, bombe.length)).rejects.toThrow("coupée ou altérée");
  expect(process.resourceUsage().maxRSS - avant).toBeLessThan(64 * 1024);
});

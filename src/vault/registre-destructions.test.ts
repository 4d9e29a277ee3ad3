import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  creerRegistre,
  type DestructionAInscrire,
  inscrireAuRegistre,
  lireRegistre,
  REGISTRE_VIDE,
  type TeteDeRegistre,
} from "./registre-destructions.ts";

const destruction = (rang: number): DestructionAInscrire => ({
  organisme: "0b4c7f0e-0000-4000-8000-000000000001",
  dossier: "0b4c7f0e-0000-4000-8000-0000000000aa",
  rang,
  fait: { type: "contenus_detruits.v1", date: "2026-11-16", donnees: { documents: 3 } },
  effectiveLe: "2026-11-16T18:00:00.000Z",
});

async function registre() {
  const chemin = join(await mkdtemp(join(tmpdir(), "probant-registre-")), "destructions.jsonl");
  await creerRegistre(chemin);
  let tete: TeteDeRegistre = REGISTRE_VIDE;
  const inscrire = async (...rangs: number[]) => {
    tete = await inscrireAuRegistre(chemin, lireRegistre(chemin, tete), rangs.map(destruction));
  };
  return { chemin, inscrire, tete: () => tete, lire: () => lireRegistre(chemin, tete) };
}

it("garde chaque destruction une fois, dans l’ordre", async () => {
  const r = await registre();
  expect(r.lire().lignes).toEqual([]);
  await r.inscrire(4, 9);
  await r.inscrire(9, 12);
  expect(r.lire().lignes.map((l) => l.rang)).toEqual([4, 9, 12]);
  expect(r.lire()).toMatchObject(r.tete());
});

it("absent, il se dit ; il ne se refait jamais seul", async () => {
  const r = await registre();
  await rm(r.chemin);
  expect(r.lire).toThrow("manque");
});

it("chaque octet changé, chaque ligne ôtée, échangée ou coupée se trouve", async () => {
  const r = await registre();
  await r.inscrire(4, 9, 12);
  const octets = await readFile(r.chemin);
  for (let i = 0; i < octets.length; i += 1) {
    const change = Buffer.from(octets);
    change[i] = change[i]! ^ 1;
    await writeFile(r.chemin, change);
    expect(r.lire, `octet ${i}`).toThrow("altéré");
  }
  const [a, b, c] = octets.toString("utf8").split("\n");
  for (const lignes of [[a, b], [b, c], [a, c], [a, c, b], []]) {
    await writeFile(r.chemin, lignes.map((l) => `${l}\n`).join(""));
    expect(r.lire, lignes.length.toString()).toThrow("altéré");
  }
});

it("une ligne écrite à moitié ne compte pas, et cède la place à la suivante", async () => {
  const r = await registre();
  await r.inscrire(4);
  await appendFile(r.chemin, '{"n":2,"organisme":');
  expect(r.lire().taille).toBe(1);
  await r.inscrire(9);
  expect(r.lire().lignes.map((l) => l.rang)).toEqual([4, 9]);
});

it("une ligne entière que le trousseau ne connaît pas encore se lit : la destruction s’achève", async () => {
  const r = await registre();
  await r.inscrire(4);
  const avant = r.tete();
  await r.inscrire(9);
  expect(lireRegistre(r.chemin, avant)).toMatchObject(r.tete());
});

import { link, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lireVerrou, prendreVerrou, VerrouTenu } from "./verrou.ts";

async function cheminDeVerrou(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-verrou-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  return join(dossier, "probant.verrou");
}

/** Somebody else's record: a living process number, but of a process that began at another time. */
const MORT = JSON.stringify({
  id: "mort",
  pid: process.pid,
  debut: "autre-demarrage:1",
  depuis: "2026-11-24",
});

test("un verrou libre se prend, se lit et se rend", async () => {
  const chemin = await cheminDeVerrou();
  const verrou = await prendreVerrou(chemin);
  expect(await lireVerrou(chemin)).toMatchObject({ pid: process.pid });
  await expect(prendreVerrou(chemin)).rejects.toBeInstanceOf(VerrouTenu);
  await verrou.liberer();
  expect(await readdir(join(chemin, ".."))).toEqual([]);
});

test.each([
  ["d’un processus mort dont le numéro a resservi", MORT],
  ["d’un processus disparu", MORT.replace(`${process.pid}`, "4194304")],
  ["illisible après une coupure de courant", ""],
])("un verrou %s est repris", async (_, texte) => {
  const chemin = await cheminDeVerrou();
  await writeFile(chemin, texte);
  expect(await lireVerrou(chemin)).toBeUndefined();
  const verrou = await prendreVerrou(chemin);
  expect(JSON.parse(await readFile(chemin, "utf8"))).toMatchObject({ pid: process.pid });
  await verrou.liberer();
  expect(await readdir(join(chemin, ".."))).toEqual([]);
});

test("de cinquante preneurs d’un verrou mort, un seul l’obtient", async () => {
  const chemin = await cheminDeVerrou();
  await writeFile(chemin, MORT);
  const prises = await Promise.allSettled(Array.from({ length: 50 }, () => prendreVerrou(chemin)));
  expect(prises.filter((p) => p.status === "fulfilled")).toHaveLength(1);
  for (const p of prises) if (p.status === "rejected") expect(p.reason).toBeInstanceOf(VerrouTenu);
});

test("rendre un verrou que l’on a perdu ne retire pas celui d’un autre", async () => {
  const chemin = await cheminDeVerrou();
  const ancien = await prendreVerrou(chemin);
  await rm(chemin);
  const nouveau = await prendreVerrou(chemin);
  await ancien.liberer();
  expect(await lireVerrou(chemin)).toBeDefined();
  await nouveau.liberer();
});

test("un brouillon laissé par un processus abattu ne gêne personne", async () => {
  const chemin = await cheminDeVerrou();
  await writeFile(`${chemin}.brouillon`, MORT);
  await link(`${chemin}.brouillon`, `${chemin}.mort-mort`);
  await writeFile(chemin, MORT);
  await (await prendreVerrou(chemin)).liberer();
});

import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, it, onTestFinished } from "vitest";
import { administrer } from "../harness/base.ts";
import { lancerProbant } from "../harness/commande.ts";

const COMMANDES = [
  ["dossiers"],
  ["dossiers", "--json"],
  ["preuve", "D-2026-0001", "-o", "/dev/null"],
  ["journal", "verifier"],
];

async function dossierVide(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-rien-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  return dossier;
}

it.each(COMMANDES.map((mots) => ({ nom: mots.join(" "), mots })))(
  "« $nom » sans données : une phrase, code 2, rien de créé",
  async ({ mots }) => {
    const dossier = await dossierVide();
    const dit = await lancerProbant({ PROBANT_DATA: join(dossier, "donnees"), DATABASE_URL: "" }, ...mots);
    expect([dit.code, dit.sortie]).toEqual([2, ""]);
    expect(dit.erreur).toMatch(/^Il n’y a rien ici : .+\n$/);
    expect(await readdir(dossier)).toEqual([]);
  },
);

it("un fichier à la place du dossier de données se dit, et n’est pas touché", async () => {
  const fichier = join(await dossierVide(), "fichier");
  await writeFile(fichier, "à moi");
  const dit = await lancerProbant({ PROBANT_DATA: fichier, DATABASE_URL: "" }, "dossiers");
  expect([dit.code, dit.sortie]).toEqual([2, ""]);
  expect(dit.erreur).toMatch(/^Le dossier de données .+ ne peut pas servir : un fichier porte ce nom\..+\n$/);
  expect(await readFile(fichier, "utf8")).toBe("à moi");
});

it("une base de données où Probant n’a rien écrit le reste", async () => {
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create database ${database}`);
  onTestFinished(async () => {
    await administrer(`drop database ${database} (force)`);
  });
  const { host, port, user } = inject("serveur");
  const adresse = `postgres:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`;
  const env = { PROBANT_DATA: join(await dossierVide(), "donnees"), DATABASE_URL: adresse };
  const dit = await lancerProbant(env, "dossiers");
  expect(dit).toEqual({
    code: 2,
    sortie: "",
    erreur: expect.stringMatching(/^Il n’y a rien ici : /) as string,
  });
  const { rows } = await administrer(
    "select count(*)::int as n from pg_tables where schemaname = 'public'",
    database,
  );
  expect(rows).toEqual([{ n: 0 }]);
});

import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, onTestFinished, test } from "vitest";
import type { AdresseCourriel } from "../values/adresse-courriel.ts";
import type { Instant } from "../values/instant.ts";
import { postierDeDossier } from "./postier-dossier.ts";

test("rien ne part : chaque message devient un fichier que son propriétaire seul peut lire", async () => {
  const racine = await mkdtemp(join(tmpdir(), "probant-courriels-"));
  onTestFinished(() => rm(racine, { recursive: true }));
  const dossier = join(racine, "courriels");
  const envoi = await postierDeDossier(dossier).envoyer({
    id: "5a1f0c1e-0000-4000-8000-000000000001",
    le: "2026-11-25T09:00:00.000Z" as Instant,
    de: { nom: null, adresse: "contact@horizon.example" as AdresseCourriel },
    a: "zoe@exemple.example" as AdresseCourriel,
    repondreA: null,
    retour: "contact@horizon.example" as AdresseCourriel,
    sujet: "Sujet",
    texte: "Texte.\n",
    html: "<p>Texte.</p>",
    pieces: [],
  });
  expect(envoi).toEqual({ issue: "accepte" });
  expect(await readdir(dossier)).toEqual(["5a1f0c1e-0000-4000-8000-000000000001.eml"]);
  const fichier = join(dossier, "5a1f0c1e-0000-4000-8000-000000000001.eml");
  expect((await stat(fichier)).mode & 0o777).toBe(0o600);
  expect((await stat(dossier)).mode & 0o777).toBe(0o700);
  expect(await simpleParser(await readFile(fichier))).toMatchObject({ subject: "Sujet", text: "Texte.\n" });
});

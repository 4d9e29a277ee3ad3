import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { sDoutes } from "../../src/cli/formats/doutes.ts";
import { altererLeJournal } from "./alterations.ts";
import { type Atelier, administrer } from "./installation.ts";
import { direEpreuve, ecrireResultats, rassembler } from "./lancer.ts";
import type { Epreuve } from "./resultat.ts";
import { tournerSousLeTrafic } from "./rotation.ts";
import { sauterDansLeTemps } from "./sauts.ts";
import { chercherLesSecrets, ouvrirSecrets } from "./secrets.ts";
import { couperLesVoies } from "./voies-coupees.ts";

let atelier: Atelier;

beforeAll(async () => {
  const dossier = await mkdtemp(join(tmpdir(), "probant-doutes-"));
  atelier = { serveur: { ...inject("serveur"), database: "postgres" }, dossier };
});

afterAll(async () => {
  const { rows } = await administrer(
    atelier.serveur,
    `select datname as nom from pg_database where datname like 'doutes\\_${process.pid}\\_%'`,
  );
  for (const { nom } of rows) await administrer(atelier.serveur, `drop database ${nom} (force)`);
  await rm(atelier.dossier, { recursive: true });
});

function tenir(epreuve: Epreuve): Epreuve["comptes"] {
  console.log(direEpreuve(epreuve));
  expect(epreuve.fautes).toEqual([]);
  return epreuve.comptes;
}

describe("à la taille d’une poussée", { timeout: 240_000 }, () => {
  it("chaque bit et chaque manœuvre d’un journal se voient", () => {
    expect(tenir(altererLeJournal())).toMatchObject({ acceptes: 0, vuesParLaTeteGardeeAilleurs: 3 });
  });

  it("l’horloge qui saute ne change aucun ordre, ne rend aucun lien et n’envoie rien deux fois", async () => {
    expect(tenir(await sauterDansLeTemps(atelier))).toMatchObject({ inversions: 0, revenus: 0, doubles: 0 });
  });

  it("aucun secret n’est dit", async () => {
    const { vus, reponses } = tenir(await chercherLesSecrets(atelier));
    expect(vus).toBe(0);
    expect(reponses).toBeGreaterThan(100);
  });

  it("chaque voie tuée ou en panne laisse tout ou rien, et s’achève une seule fois", async () => {
    const [morts, appels] = (await couperLesVoies(atelier, "pousse")).map(tenir);
    expect(morts!.morts).toBe(morts!.voies);
    expect(appels!.echecs).toBeGreaterThan(morts!.voies!);
  });

  it("les clés tournent pendant qu’on lit et qu’on écrit", async () => {
    expect(tenir(await tournerSousLeTrafic(atelier, 20)).lectures).toBeGreaterThan(0);
  });
});

it("une faute se dit, se compte et se lit", () => {
  const epreuve: Epreuve = {
    id: "kill",
    quoi: "kill -9",
    comptes: { ecrituresConfirmees: 1_200 },
    fautes: ["ici"],
    dureeS: 1.26,
  };
  expect(direEpreuve(epreuve)).toContain("CÈDE   kill");
  expect(direEpreuve(epreuve)).toMatch(/écritures confirmées à côté 1\s200/);
  const resultat = rassembler([epreuve], "nuit", 2);
  expect(sDoutes.parse(resultat)).toMatchObject({ taille: "nuit", fautes: 1 });
  expect(ecrireResultats(resultat, "2026-11-25")).toContain("--nuit --ecrire");
});

it("un secret est vu tel quel, en base64 et dans une adresse", () => {
  const { mots, chercher, vus } = ouvrirSecrets();
  const [, mot] = [...mots][0]!;
  mots.set("à part", "a+b/c");
  for (const texte of [`avant ${mot} après`, Buffer.from(mot).toString("base64"), "?x=a%2Bb%2Fc", "rien"]) {
    chercher(texte, texte);
  }
  expect(vus).toHaveLength(3);
});

import { expect, it } from "vitest";
import { administrer, type BaseDeTest } from "../harness/base.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";

/** Up to the sessions: the synthesis is still to be written. */
const EN_COURS = BILAN_REMIS.slice(0, -6);

it("chaque page qui montre un texte à son conseiller laisse une ligne par jour, et la personne la lit", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const assistante = await m.client("assistant");
  const remis = (await ecrireHistoire(m, nadia.auteur, BILAN_REMIS)).reference;
  const enCours = (await ecrireHistoire(m, nadia.auteur, EN_COURS)).reference;
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  const lignes = async () =>
    (await administrer("select jour::text, quoi, nom from lecture_de_contenu order by quand", database)).rows;
  const ouvrir = async (jour: string, chemin: string, client = nadia) => {
    m.regler(`${jour}T09:00:00.000Z`);
    const premiere = await client.get(chemin);
    m.regler(`${jour}T15:30:00.000Z`);
    await client.get(chemin);
    return premiere.status;
  };
  expect(await ouvrir("2026-11-24", `/dossiers/${remis}/notes`)).toBe(200);
  expect(await ouvrir("2026-11-25", `/dossiers/${remis}/papiers/synthese`)).toBe(200);
  expect(await ouvrir("2026-11-26", `/dossiers/${enCours}/synthese`)).toBe(200);
  // Nothing of her is shown there, or to them.
  expect(await ouvrir("2026-11-27", `/dossiers/${remis}`)).toBe(200);
  expect(await ouvrir("2026-11-27", `/dossiers/${remis}/papiers/certificat-de-realisation`)).not.toBe(404);
  expect(await ouvrir("2026-11-27", `/dossiers/${remis}/notes`, assistante)).toBeGreaterThan(400);
  expect(await lignes()).toEqual([
    { jour: "2026-11-24", quoi: "Notes et réponses", nom: "Alix Fictif" },
    { jour: "2026-11-25", quoi: "Document de synthèse", nom: "Alix Fictif" },
    { jour: "2026-11-26", quoi: "Synthèse en cours d’écriture", nom: "Alix Fictif" },
  ]);
  const elle = await entrerChezElle(m, nadia.auteur, remis);
  const page = await (await elle.get("/mon-bilan/qui-voit")).text();
  expect(page).toContain("Notes et réponses");
  expect(page).toContain("Alix Fictif");
  expect(page).not.toContain("en cours d’écriture");
  // Her own reading is no reading of the organisation.
  await elle.get("/mon-bilan/tout/page");
  expect(await lignes()).toHaveLength(3);
  await expect(administrer("delete from lecture_de_contenu", database)).rejects.toThrow("append-only");
});

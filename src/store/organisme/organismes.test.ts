import { expect, test } from "vitest";
import { ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import { ecrireDossier } from "../../../tests/harness/ecritures.ts";
import { transaction } from "../connexion.ts";
import { lireDossier } from "../dossier/dossiers.ts";
import { lireChangements, lireOrganisme, modifierOrganisme } from "./organismes.ts";

test("de deux modifications parties de la même version, la seconde est refusée", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base, "Avant");
  const modifier = (nom: string) =>
    transaction(base, organismeId, (tx) =>
      modifierOrganisme(tx, { nom }, 1, {
        quand: "2026-11-24T09:00:00.000Z",
        utilisateur: "u1",
        nom: "Alix Fictif",
        quoi: `Nom changé en ${nom}`,
        avant: { nom: "Avant" },
        apres: { nom },
      }),
    );
  expect(await modifier("Première")).toBe(true);
  expect(await modifier("Seconde")).toBe(false);
  expect(await transaction(base, organismeId, lireOrganisme)).toEqual({
    donnees: { nom: "Première" },
    version: 2,
  });
  const lus = await transaction(base, organismeId, (tx) => lireChangements(tx, { depuis: 0, combien: 9 }));
  expect(lus).toMatchObject([
    { version: 2, quand: "2026-11-24T09:00:00.000Z", nom: "Alix Fictif", quoi: "Nom changé en Première" },
  ]);
  expect(
    await transaction(base, organismeId, (tx) => lireChangements(tx, { depuis: 2, combien: 9 })),
  ).toEqual([]);
});

test("la trace d’un changement ne se corrige ni ne s’efface, et un autre organisme ne la voit pas", async () => {
  const base = await ouvrirBaseDeTest();
  const [un, deux] = [await ouvrirOrganisme(base), await ouvrirOrganisme(base)];
  const quand = "2026-11-24T09:00:00.000Z";
  const trace = { quand, utilisateur: "u1", nom: "Alix Fictif", quoi: "Logo", avant: {}, apres: {} };
  await transaction(base, un, (tx) => modifierOrganisme(tx, { nom: "Après" }, 1, trace));
  for (const ordre of ["update organisme_changement set nom = 'x'", "delete from organisme_changement"]) {
    await expect(base.pool.query(ordre)).rejects.toThrow("append-only");
  }
  expect(await transaction(base, deux, (tx) => lireChangements(tx, { depuis: 0, combien: 9 }))).toEqual([]);
  // Another organisation's row is never reached, whatever its version.
  const { rows } = await base.pool.query("select count(*) as n from organisme where version = 2");
  expect(rows).toEqual([{ n: 1 }]);
});

test("les références se suivent sans trou, par année et par organisme, même ouvertes ensemble ou annulées", async () => {
  const base = await ouvrirBaseDeTest();
  const [un, deux] = [await ouvrirOrganisme(base), await ouvrirOrganisme(base)];
  const ouvrir = (organismeId: string) =>
    transaction(
      base,
      organismeId,
      async (tx) => (await lireDossier(tx, { id: await ecrireDossier(tx) }))!.reference,
    );
  const annulee = transaction(base, un, async (tx) => {
    await ecrireDossier(tx);
    throw new Error("annulé");
  });
  await expect(annulee).rejects.toThrow("annulé");
  const references = await Promise.all([ouvrir(un), ouvrir(un), ouvrir(un), ouvrir(deux)]);
  expect(references.slice(0, 3).toSorted()).toEqual(["D-2026-0001", "D-2026-0002", "D-2026-0003"]);
  expect(references[3]).toBe("D-2026-0001");
  const lu = await transaction(base, un, (tx) => lireDossier(tx, { reference: "D-2026-0002" }));
  expect(lu).toMatchObject({ reference: "D-2026-0002", tete: { taille: 1 } });
  expect(
    await transaction(base, deux, (tx) => lireDossier(tx, { reference: "D-2026-0002" })),
  ).toBeUndefined();
});
